namespace Relations;

/// <summary>Fills one relation of many sources at once. Register it in <see cref="InclusionResolvers"/>.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
public interface IInclusionResolver<TSource> where TSource : class
{
    /// <summary>Fills the relation; called once for each level of a query, with all sources of that level.</summary>
    /// <param name="sources">The sources, each once.</param>
    /// <param name="session">Where statements of the resolver run, so that they see the same data as the query.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    ValueTask ResolveAsync(IReadOnlyList<TSource> sources, Session session, CancellationToken cancellationToken);
}
