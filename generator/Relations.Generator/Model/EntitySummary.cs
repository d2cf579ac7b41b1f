namespace Relations.Generator.Model;

/// <summary>What the project's model needs to know of an entity: its name, and what naming it warns of.</summary>
/// <param name="Namespace">The namespace as C# writes it; empty for the global one.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Visibility">Who can name the type.</param>
/// <param name="Caution">What the entity, and so its repository, warns of.</param>
/// <param name="IsObsoleteToRead">Whether its definition is obsolete.</param>
internal sealed record EntitySummary(string Namespace, string Name, Visibility Visibility, CautionModel? Caution, bool IsObsoleteToRead);
