using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>The links of one source to targets of several types.</summary>
internal sealed class PolymorphicLinkQuery<TTarget, TThrough, TTargetKey>(Session session, QuerySpecification query) : LinkQuery<TTarget, TThrough>
    where TTarget : class where TThrough : class where TTargetKey : notnull
{
    public override async ValueTask<List<Link<TTarget, TThrough>>> ToListAsync(CancellationToken cancellationToken = default) =>
        [.. (await ReadAsync(isOfLinks: true, cancellationToken).ConfigureAwait(false)).Found().Select(static found => new Link<TTarget, TThrough>(found.Target, found.Link!))];

    public override ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => Reading.CountAsync(session, query, isOfLinks: true, cancellationToken);

    public override IAsyncEnumerable<Link<TTarget, TThrough>> AsAsyncEnumerable() => StreamAsync();

    public override string ToSql() => ToSql(isOfLinks: true);

    public string ToSql(bool isOfLinks)
    {
        var sql = new SqlWriter(session.Dialect);
        SelectRenderer.WriteRows(sql, query, Prepare(isOfLinks).Projection, source: null, isOfLinks);
        return StatementText.Of(sql.Statement);
    }

    /// <summary>Runs the statements: for the links, and for the targets of each type that occurs.</summary>
    public async ValueTask<PolymorphicLinks<TTarget, TThrough, TTargetKey>> ReadAsync(bool isOfLinks, CancellationToken cancellationToken) =>
        await session.RunAsync(
            Access.Read | Access.Atomic,
            new Prepared<(PolymorphicLinkQuery<TTarget, TThrough, TTargetKey> Query, bool IsOfLinks), PolymorphicLinks<TTarget, TThrough, TTargetKey>>((this, isOfLinks), static state => state.Query.Prepare(state.IsOfLinks)),
            static async (connection, prepared, cancel) =>
            {
                var links = prepared.Take();
                await links.LoadAsync(connection, cancel).ConfigureAwait(false);
                return links;
            },
            cancellationToken).ConfigureAwait(false);

    private PolymorphicLinks<TTarget, TThrough, TTargetKey> Prepare(bool isOfLinks) =>
        new(query, new InclusionContext(session, resolvers: null), isOfLinks);

    private async IAsyncEnumerable<Link<TTarget, TThrough>> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var link in await ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return link;
        }
    }
}
