namespace Relations.Definitions;

/// <summary>A foreign key that a relation fixes.</summary>
/// <param name="Properties">The foreign key's properties, in its order.</param>
/// <param name="Value">Its value.</param>
internal sealed record ForeignKeyValue(IReadOnlyList<PropertyDefinition> Properties, Parameter Value);
