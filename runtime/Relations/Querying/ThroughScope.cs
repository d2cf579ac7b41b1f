namespace Relations.Querying;

/// <summary>What is wanted of the targets of an included has-many-through relation. Order, Skip and Take are for each source.</summary>
/// <typeparam name="TProperties">The target's properties.</typeparam>
/// <typeparam name="TThrough">The through model's properties.</typeparam>
public sealed class ThroughScope<TProperties, TThrough> : OrderedSelection<ThroughScope<TProperties, TThrough>, TProperties>
    where TProperties : struct, IProperties<TProperties> where TThrough : struct, IProperties<TThrough>
{
    internal ThroughScope(QuerySpecification specification) : base(specification) { }

    /// <summary>Only targets with a link that, with them, meets the condition.</summary>
    public ThroughScope<TProperties, TThrough> Where(Func<TProperties, TThrough, Condition> condition) => With(Specification.Where<TProperties, TThrough>(condition));

    /// <summary>Orders by the column, nulls first, instead of any order before. A column of the through rows counts by its least value for a target.</summary>
    public ThroughScope<TProperties, TThrough> OrderBy(Func<TProperties, TThrough, Column> column) => With(Specification.OrderBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, instead of any order before. A column of the through rows counts by its greatest value for a target.</summary>
    public ThroughScope<TProperties, TThrough> OrderByDescending(Func<TProperties, TThrough, Column> column) => With(Specification.OrderBy(column, descending: true));

    /// <summary>Orders by the column, nulls first, where the order so far leaves rows equal.</summary>
    public ThroughScope<TProperties, TThrough> ThenBy(Func<TProperties, TThrough, Column> column) => With(Specification.ThenBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, where the order so far leaves rows equal.</summary>
    public ThroughScope<TProperties, TThrough> ThenByDescending(Func<TProperties, TThrough, Column> column) => With(Specification.ThenBy(column, descending: true));

    private protected override ThroughScope<TProperties, TThrough> With(QuerySpecification specification) => new(specification);
}
