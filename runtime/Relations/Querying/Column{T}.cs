using Relations.Definitions;

namespace Relations.Querying;

#pragma warning disable CS0660, CS0661 // == builds a condition; equality of columns means nothing

/// <summary>A column in a query lambda. Its operators build conditions; comparison means what it means in C#, but a condition on a null is never met, as in SQL.</summary>
/// <typeparam name="T">The type of its values; <see cref="string"/> whether nullable or not.</typeparam>
public readonly struct Column<T>
{
    private readonly Column column;

    /// <summary>Called by generated code.</summary>
    /// <param name="table">Where the table stands in the query.</param>
    /// <param name="ordinal">The column's place among the table's columns.</param>
    public Column(TableAlias table, int ordinal) => column = new(table.Reference, ordinal);

    internal Column(Column column) => this.column = column;

    /// <summary>Equal to the value; null asks for null.</summary>
    public static Condition operator ==(Column<T> column, T? value) =>
        value is null ? new(new NullNode(column.column.Checked(), IsNull: true)) : column.Compare(ComparisonOperator.Equal, value);

    /// <summary>Not equal to the value, and not null; null asks for anything but null.</summary>
    public static Condition operator !=(Column<T> column, T? value) =>
        value is null ? new(new NullNode(column.column.Checked(), IsNull: false)) : column.Compare(ComparisonOperator.NotEqual, value);

    /// <summary>Less than the value.</summary>
    public static Condition operator <(Column<T> column, T value) => column.Compare(ComparisonOperator.Less, value);

    /// <summary>Less than or equal to the value.</summary>
    public static Condition operator <=(Column<T> column, T value) => column.Compare(ComparisonOperator.LessOrEqual, value);

    /// <summary>Greater than the value.</summary>
    public static Condition operator >(Column<T> column, T value) => column.Compare(ComparisonOperator.Greater, value);

    /// <summary>Greater than or equal to the value.</summary>
    public static Condition operator >=(Column<T> column, T value) => column.Compare(ComparisonOperator.GreaterOrEqual, value);

    /// <summary>The column is equal to the value; null asks for null.</summary>
    public static Condition operator ==(T? value, Column<T> column) => column == value;

    /// <summary>The column is not equal to the value, and not null; null asks for anything but null.</summary>
    public static Condition operator !=(T? value, Column<T> column) => column != value;

    /// <summary>The column is greater than the value.</summary>
    public static Condition operator <(T value, Column<T> column) => column > value;

    /// <summary>The column is greater than or equal to the value.</summary>
    public static Condition operator <=(T value, Column<T> column) => column >= value;

    /// <summary>The column is less than the value.</summary>
    public static Condition operator >(T value, Column<T> column) => column < value;

    /// <summary>The column is less than or equal to the value.</summary>
    public static Condition operator >=(T value, Column<T> column) => column <= value;

    /// <summary>Equal to the other column.</summary>
    public static Condition operator ==(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.Equal, right);

    /// <summary>Not equal to the other column, and neither is null.</summary>
    public static Condition operator !=(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.NotEqual, right);

    /// <summary>Less than the other column.</summary>
    public static Condition operator <(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.Less, right);

    /// <summary>Less than or equal to the other column.</summary>
    public static Condition operator <=(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.LessOrEqual, right);

    /// <summary>Greater than the other column.</summary>
    public static Condition operator >(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.Greater, right);

    /// <summary>Greater than or equal to the other column.</summary>
    public static Condition operator >=(Column<T> left, Column<T> right) => left.Compare(ComparisonOperator.GreaterOrEqual, right);

    /// <summary>One of the values; never met when there are none.</summary>
    public Condition In(params T[] values) => In((IEnumerable<T>)values);

    /// <summary>One of the values; never met when there are none.</summary>
    public Condition In(IEnumerable<T> values) => Among(values, negated: false);

    /// <summary>None of the values, and not null; always met when there are none.</summary>
    public Condition NotIn(params T[] values) => NotIn((IEnumerable<T>)values);

    /// <summary>None of the values, and not null; always met when there are none.</summary>
    public Condition NotIn(IEnumerable<T> values) => Among(values, negated: true);

    /// <summary>At least the first value and at most the second.</summary>
    public Condition Between(T from, T to) => this >= from & this <= to;

    /// <summary>The same column without its type.</summary>
    public static implicit operator Column(Column<T> column) => column.column;

    internal Condition Among(IEnumerable<T> values, bool negated)
    {
        ArgumentNullException.ThrowIfNull(values);
        var list = new List<T>();
        var nulls = false;
        foreach (var value in values)
        {
            if (value is null)
            {
                nulls = true;
            }
            else
            {
                list.Add(value);
            }
        }

        return Among(list, nulls, negated);
    }

    /// <summary>One of the values, or null where that is said, or none of all these.</summary>
    internal Condition Among(List<T> values, bool orNull, bool negated)
    {
        var among = values.Count == 0
            ? new Condition(new ConstantNode(negated))
            : new Condition(new ListNode(column.Checked(), column.ListOf(values), negated));
        return !orNull ? among : new(negated
            ? new AndNode(among.Node, new NullNode(column, IsNull: false))
            : new OrNode(among.Node, new NullNode(column, IsNull: true)));
    }

    // With a null, as in SQL, neither the condition nor its opposite is met.
    private Condition Compare(ComparisonOperator @operator, T value) => new(new ComparisonNode(column.Checked(), @operator, column.ParameterOf(value)));

    private Condition Compare(ComparisonOperator @operator, Column<T> other)
    {
        var (left, right) = (column.Checked(), other.column.Checked());
        return (left.Type == ColumnType.Text) == (right.Type == ColumnType.Text)
            ? new(new ColumnComparisonNode(left, @operator, right))
            : throw new ArgumentException($"{left.Property.Name} and {right.Property.Name} cannot be compared: one is stored by name and the other by number.");
    }
}
