using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A column of whatever type: what a query is ordered by, or returns.</summary>
public readonly struct Column
{
    // A TableReference, or the CountExpression whose value stands in for a column.
    private readonly object? owner;
    private readonly int ordinal;

    internal Column(object? owner, int ordinal)
    {
        this.owner = owner;
        this.ordinal = ordinal;
    }

    internal TableReference? Table => owner as TableReference;

    internal CountExpression? Count => owner as CountExpression;

    internal PropertyDefinition Property => Table!.Definition.Properties[ordinal];

    internal ColumnType Type => owner is TableReference table ? table.Definition.Properties[ordinal].ColumnType : ColumnType.Int64;

    internal Column Checked() => owner is null ? throw new ArgumentException("This column belongs to no query; take it from the lambda's parameter.") : this;
}
