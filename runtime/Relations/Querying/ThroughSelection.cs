namespace Relations.Querying;

/// <summary>What queries and scopes through links can do besides: name columns of the through rows.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TProperties">The target's properties.</typeparam>
/// <typeparam name="TThrough">The through model's properties.</typeparam>
public abstract class ThroughSelection<TSelf, TProperties, TThrough> : OrderedSelection<TSelf, TProperties>
    where TSelf : ThroughSelection<TSelf, TProperties, TThrough> where TProperties : struct, IProperties<TProperties> where TThrough : struct, IProperties<TThrough>
{
    private protected ThroughSelection(QuerySpecification specification) : base(specification) { }

    /// <summary>Only targets with a link that, with them, meets the condition.</summary>
    public TSelf Where(Func<TProperties, TThrough, Condition> condition) => With(Specification.Where(condition));

    /// <summary>Orders by the column, nulls first, instead of any order before. A column of the through rows counts by its least value for a target.</summary>
    public TSelf OrderBy(Func<TProperties, TThrough, Column> column) => With(Specification.OrderBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, instead of any order before. A column of the through rows counts by its greatest value for a target.</summary>
    public TSelf OrderByDescending(Func<TProperties, TThrough, Column> column) => With(Specification.OrderBy(column, descending: true));

    /// <summary>Orders by the column, nulls first, where the order so far leaves rows equal.</summary>
    public TSelf ThenBy(Func<TProperties, TThrough, Column> column) => With(Specification.ThenBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, where the order so far leaves rows equal.</summary>
    public TSelf ThenByDescending(Func<TProperties, TThrough, Column> column) => With(Specification.ThenBy(column, descending: true));
}
