using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A foreign key that a relation fixes.</summary>
/// <param name="Property">The foreign key.</param>
/// <param name="Value">The source's key.</param>
internal sealed record FixedKey(PropertyDefinition Property, object Value);
