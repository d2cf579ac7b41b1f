using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>The links of one source, with the types of the keys.</summary>
internal sealed class LinkQuery<TTarget, TKey, TThrough, TTargetKey>(EntityContext<TTarget, TKey> context, QuerySpecification query) : LinkQuery<TTarget, TThrough>
    where TTarget : class where TKey : notnull where TThrough : class where TTargetKey : notnull
{
    public override async ValueTask<List<Link<TTarget, TThrough>>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var prepared = new Prepared<LinkQuery<TTarget, TKey, TThrough, TTargetKey>, LinkSink<TTarget, TThrough, TTargetKey>>(this, static query => query.Prepare());
        return await context.Session.RunAsync(
            prepared.First.Targets.HasRelations ? Access.Read | Access.Atomic : Access.Read,
            (context.Dialect, query, prepared),
            static async (connection, state, cancel) =>
            {
                var (dialect, query, prepared) = state;
                var sink = prepared.Take();
                await connection.ReadAsync(dialect, (query, sink.Targets.Projection), Write, sink, cancel).ConfigureAwait(false);
                await sink.Targets.LoadRelationsAsync(connection, cancel).ConfigureAwait(false);
                return sink.Links;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => Reading.CountAsync(context.Session, query, isOfLinks: true, cancellationToken);

    public override IAsyncEnumerable<Link<TTarget, TThrough>> AsAsyncEnumerable() => StreamAsync();

    public override string ToSql()
    {
        var sql = new SqlWriter(context.Dialect);
        Write(sql, (query, Prepare().Targets.Projection));
        return StatementText.Of(sql.Statement);
    }

    private static void Write(SqlWriter sql, (QuerySpecification Query, Projection Projection) rows) =>
        SelectRenderer.WriteRows(sql, rows.Query, rows.Projection, source: null, isOfLinks: true);

    private LinkSink<TTarget, TThrough, TTargetKey> Prepare()
    {
        var targets = new EntityLoader<TTarget>(context.Definition, query, context.Inclusions);
        var through = query.Relation!.Through!;
        return new(
            targets,
            (EntityDefinition<TThrough>)through.Model,
            new(query.Relation.TargetKeyMapping),
            targets.Projection.PlacesOf(query.Through!, through.KeyToProperties),
            targets.Projection.AddAll(query.Through!));
    }

    private async IAsyncEnumerable<Link<TTarget, TThrough>> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (query.Inclusions.Length > 0 || !context.Session.CanStream)
        {
            foreach (var link in await ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return link;
            }

            yield break;
        }

        var sink = Prepare();
        await foreach (var _ in Reading.RowsAsync(context.Session, sink, sql => Write(sql, (query, sink.Targets.Projection)), cancellationToken).ConfigureAwait(false))
        {
            yield return sink.Links[0];
            sink.Links.Clear();
        }
    }
}
