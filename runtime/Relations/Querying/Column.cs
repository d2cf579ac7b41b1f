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

    /// <summary>How its values are stored.</summary>
    public ColumnType Type => owner is TableReference table ? table.Definition.Properties[ordinal].ColumnType : ColumnType.Int64;

    internal TableReference? Table => owner as TableReference;

    internal CountExpression? Count => owner as CountExpression;

    /// <summary>The property whose column it is; a number of targets has none.</summary>
    public PropertyDefinition Property => Table!.Definition.Properties[ordinal];

    /// <summary>A parameter for a value of the column's type.</summary>
    internal Parameter ParameterOf<T>(T value) => owner is TableReference ? Property.ParameterOf(value) : new ValueParameter<T>(value);

    /// <summary>One parameter for many values of the column's type, none of which is null.</summary>
    internal Parameter ListOf<T>(List<T> values) => owner is TableReference ? Property.ListOf(values) : new ListParameter<T>(values);

    /// <summary>Whether its value may differ between rows of the table that a query takes for one, as a column of the table does, and a number of targets that such a column decides on.</summary>
    internal bool DependsOn(TableReference table) => Table == table || Count?.Rows.DependOn(table) == true;

    internal Column Checked() => owner is null ? throw new ArgumentException("This column belongs to no query; take it from the lambda's parameter.") : this;
}
