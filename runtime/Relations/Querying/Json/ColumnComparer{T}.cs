using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>Builds conditions on columns of a type.</summary>
/// <typeparam name="T">The type as it is stored: of an enum, its integer.</typeparam>
internal sealed class ColumnComparer<T>(ColumnComparer<T>.Read tryRead, Func<FilterValue, PropertyDefinition, string> expected) : ColumnComparer
{
    public ColumnComparer(Read tryRead, string expected) : this(tryRead, (_, _) => expected) { }

    /// <summary>Reads a value that is not null.</summary>
    public delegate bool Read(FilterValue value, PropertyDefinition property, out T result);

    public override Condition? Compare(Column column, FilterOperator @operator, FilterValue value, FilterProblems problems)
    {
        var typed = new Column<T>(column);
        if (value is NullValue)
        {
            return new(new NullNode(column, IsNull: @operator == FilterOperator.Eq));
        }

        if (value is ListValue { Items: var items })
        {
            var isNullThere = items.Exists(static item => item is NullValue);
            return ReadAll(column.Property, items, problems) is not { } values ? null : @operator switch
            {
                FilterOperator.Between => typed.Between(values[0], values[1]),
                _ => typed.Among(values, isNullThere, negated: @operator == FilterOperator.Nin),
            };
        }

        return !TryRead(column.Property, value, problems, out var single) ? null : @operator switch
        {
            FilterOperator.Eq => typed == single,
            FilterOperator.Neq => typed != single,
            FilterOperator.Gt => typed > single,
            FilterOperator.Gte => typed >= single,
            FilterOperator.Lt => typed < single,
            _ => typed <= single,
        };
    }

    private List<T>? ReadAll(PropertyDefinition property, List<FilterValue> items, FilterProblems problems)
    {
        var values = new List<T>(items.Count);
        var isRead = true;
        foreach (var item in items)
        {
            if (item is NullValue)
            {
                continue;
            }

            isRead &= TryRead(property, item, problems, out var value);
            values.Add(value);
        }

        return isRead ? values : null;
    }

    private bool TryRead(PropertyDefinition property, FilterValue value, FilterProblems problems, out T result)
    {
        var isRead = tryRead(value, property, out result);
        if (!isRead)
        {
            problems.Add(value.Path, $"expected {expected(value, property)}, got {value.Shown}");
        }

        return isRead;
    }
}
