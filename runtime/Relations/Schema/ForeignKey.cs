using Relations.Definitions;

namespace Relations.Schema;

/// <summary>A column that refers to another table's key.</summary>
/// <param name="Property">The property that refers.</param>
/// <param name="Target">The entity that it refers to.</param>
/// <param name="Key">The property that it refers to.</param>
internal sealed record ForeignKey(PropertyDefinition Property, EntityDefinition Target, PropertyDefinition Key);
