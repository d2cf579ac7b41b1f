namespace Relations;

/// <summary>Fills one relation of many sources at once. Register it in <see cref="InclusionResolvers"/>.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
public interface IInclusionResolver<TSource> where TSource : class
{
    /// <summary>Fills the relation; called once for each level of a query that has any sources, with all of them.</summary>
    /// <remarks>
    /// A settable property is assigned; a partial one is filled by <c>DoctorRepository.Definition.Fill(doctor, "patients", …)</c>, or by <c>LoadAsync</c> of
    /// a repository on <paramref name="session"/>, for which the generated resolver works. A source that is passed over stays unloaded.
    /// An exception ends the query, and reaches its caller as it is.
    /// </remarks>
    /// <param name="sources">The sources, each once.</param>
    /// <param name="session">Where statements of the resolver run, so that they see the same data as the query. It ends when the resolver returns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    ValueTask ResolveAsync(IReadOnlyList<TSource> sources, Session session, CancellationToken cancellationToken);
}
