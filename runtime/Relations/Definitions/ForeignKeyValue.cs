namespace Relations.Definitions;

/// <summary>A foreign key that a relation fills in.</summary>
/// <param name="Property">The foreign key.</param>
/// <param name="Value">Its value.</param>
internal sealed record ForeignKeyValue(PropertyDefinition Property, Parameter Value);
