using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Has a relation filled by a resolver of the user's own.</summary>
internal sealed class ResolverLoader<TSource>(IInclusionResolver<TSource> resolver, Session session) : RelationLoader<TSource> where TSource : class
{
    public override void Add<TReader>(ref TReader row) { }

    public override void Add(TSource source) { }

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        var own = new ResolverSession(connection, session, resolver);
        session.CallUser();
        try
        {
            await resolver.ResolveAsync([.. sources.Distinct<TSource>(ReferenceEqualityComparer.Instance)], own, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await own.EndAsync().ConfigureAwait(false);
        }
    }
}
