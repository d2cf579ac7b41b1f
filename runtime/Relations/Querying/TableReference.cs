using Relations.Definitions;

namespace Relations.Querying;

/// <summary>One occurrence of a table in a query. Which one a column belongs to is a matter of identity, so that a column of an outer query keeps its meaning inside a nested one.</summary>
internal sealed class TableReference(EntityDefinition definition)
{
    public EntityDefinition Definition { get; } = definition;

    public Column Column(PropertyDefinition property) => new(this, property.Ordinal);
}
