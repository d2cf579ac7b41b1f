using Relations.Querying;

namespace Relations;

/// <summary>What columns of value types can do besides: be compared with nullable ones.</summary>
public static class NullableColumns
{
    extension<T>(Column<T> column) where T : struct
    {
        /// <summary>The same column, comparable with one that may be null.</summary>
        public Column<T?> AsNullable() => new((Column)column);
    }

    extension<T>(Column<T?> column) where T : struct
    {
        /// <summary>One of the values; never met when there are none.</summary>
        public Condition In(IEnumerable<T> values) => new Column<T>((Column)column).Among(values, negated: false);

        /// <summary>None of the values, and not null; always met when there are none.</summary>
        public Condition NotIn(IEnumerable<T> values) => new Column<T>((Column)column).Among(values, negated: true);
    }
}
