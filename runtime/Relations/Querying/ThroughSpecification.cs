namespace Relations.Querying;

/// <summary>The two-parameter lambdas that queries and scopes through a relation share: target and through row.</summary>
internal static class ThroughSpecification
{
    public static QuerySpecification Where<TTarget, TThrough>(this QuerySpecification specification, Func<TTarget, TThrough, Condition> condition)
        where TTarget : struct, IProperties<TTarget> where TThrough : struct, IProperties<TThrough>
    {
        ArgumentNullException.ThrowIfNull(condition);
        return specification.Where(condition(TTarget.Of(new(specification.Target)), TThrough.Of(new(specification.Through))).Node);
    }

    public static QuerySpecification OrderBy<TTarget, TThrough>(this QuerySpecification specification, Func<TTarget, TThrough, Column> column, bool descending)
        where TTarget : struct, IProperties<TTarget> where TThrough : struct, IProperties<TThrough> =>
        specification.OrderBy(Named(specification, column), descending);

    public static QuerySpecification ThenBy<TTarget, TThrough>(this QuerySpecification specification, Func<TTarget, TThrough, Column> column, bool descending)
        where TTarget : struct, IProperties<TTarget> where TThrough : struct, IProperties<TThrough> =>
        specification.ThenBy(Named(specification, column), descending);

    private static Column Named<TTarget, TThrough>(QuerySpecification specification, Func<TTarget, TThrough, Column> column)
        where TTarget : struct, IProperties<TTarget> where TThrough : struct, IProperties<TThrough>
    {
        ArgumentNullException.ThrowIfNull(column);
        return column(TTarget.Of(new(specification.Target)), TThrough.Of(new(specification.Through)));
    }
}
