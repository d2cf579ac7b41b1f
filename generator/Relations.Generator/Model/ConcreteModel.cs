namespace Relations.Generator.Model;

/// <summary>One of the entities that a polymorphic relation leads to.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Discriminator">The discriminator's value for it.</param>
/// <param name="KeyTo">The property of it that the foreign key refers to.</param>
/// <param name="Member">The member by which the relation's repository and properties name it.</param>
internal sealed record ConcreteModel(EntityReference Entity, string Discriminator, string KeyTo, string Member);
