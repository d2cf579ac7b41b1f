using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Has a relation filled by a resolver of the user's own.</summary>
internal sealed class ResolverLoader<TSource>(IInclusionResolver<TSource> resolver, SqlDialect dialect) : RelationLoader<TSource> where TSource : class
{
    public override void Add<TReader>(ref TReader row) { }

    public override void Add(TSource source) { }

    public override ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken) =>
        resolver.ResolveAsync(sources, new ConnectionSession(connection, dialect), cancellationToken);
}
