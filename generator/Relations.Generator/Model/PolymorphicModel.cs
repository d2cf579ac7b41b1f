namespace Relations.Generator.Model;

/// <summary>What makes a relation polymorphic: a discriminator beside the foreign key names the type of the row that the key refers to.</summary>
/// <param name="Discriminator">The property that names the type, on the model that holds the foreign key.</param>
/// <param name="Value">The one value that counts, where only rows of the source's own type do, else null.</param>
/// <param name="Properties">The properties that all targets have, where they are of several types.</param>
/// <param name="Types">The entities that the targets are, where they are of several types.</param>
internal sealed record PolymorphicModel(string Discriminator, string? Value, EquatableArray<PropertyModel> Properties, EquatableArray<ConcreteModel> Types);
