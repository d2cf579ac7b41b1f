namespace Relations.Querying;

/// <summary>What a query or scope for many rows can do besides.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TProperties">The properties of the rows.</typeparam>
public abstract class OrderedSelection<TSelf, TProperties> : Selection<TSelf, TProperties> where TSelf : OrderedSelection<TSelf, TProperties> where TProperties : struct, IProperties<TProperties>
{
    private protected OrderedSelection(QuerySpecification? specification) : base(specification) { }

    /// <summary>Orders by the column, nulls first, instead of any order before.</summary>
    public TSelf OrderBy(Func<TProperties, Column> column) => Ordered(column, descending: false, replace: true);

    /// <summary>Orders by the column from greatest to least, nulls last, instead of any order before.</summary>
    public TSelf OrderByDescending(Func<TProperties, Column> column) => Ordered(column, descending: true, replace: true);

    /// <summary>Orders by the column, nulls first, where the order so far leaves rows equal.</summary>
    public TSelf ThenBy(Func<TProperties, Column> column) => Ordered(column, descending: false, replace: false);

    /// <summary>Orders by the column from greatest to least, nulls last, where the order so far leaves rows equal.</summary>
    public TSelf ThenByDescending(Func<TProperties, Column> column) => Ordered(column, descending: true, replace: false);

    /// <summary>Leaves out the first rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public TSelf Skip(int count) => With(Specification.WithSkip(count));

    /// <summary>Reads at most so many rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public TSelf Take(int count) => With(Specification.WithTake(count));

    private TSelf Ordered(Func<TProperties, Column> column, bool descending, bool replace)
    {
        ArgumentNullException.ThrowIfNull(column);
        return With(replace ? Specification.OrderBy(column(Properties), descending) : Specification.ThenBy(column(Properties), descending));
    }
}
