using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Runs what reads: the rows of a query, their number, whether there are any.</summary>
internal static class Reading
{
    /// <summary>The rows of a query with their relations; several statements see the same data.</summary>
    public static async ValueTask<List<TEntity>> ListAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull
    {
        var loader = new EntityLoader<TEntity>(context.Definition, query, context.Inclusions);
        await context.Session.RunAsync(
            loader.HasRelations ? Access.Read | Access.Atomic : Access.Read,
            (loader, query, context.Dialect),
            static async (connection, state, cancel) =>
            {
                var (loader, query, dialect) = state;
                await ReadAsync(connection, dialect, query, loader, cancel).ConfigureAwait(false);
                await loader.LoadRelationsAsync(connection, cancel).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return loader.Entities;
    }

    /// <summary>The rows of a query one by one, where that is possible: a query with inclusions, or in a transaction, is read whole first.</summary>
    public static async IAsyncEnumerable<TEntity> StreamAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class where TKey : notnull
    {
        if (query.Inclusions.Length > 0 || !context.Session.CanStream)
        {
            foreach (var entity in await ListAsync(context, query, cancellationToken).ConfigureAwait(false))
            {
                yield return entity;
            }

            yield break;
        }

        var loader = new EntityLoader<TEntity>(context.Definition, query, context.Inclusions);
        await foreach (var _ in RowsAsync(context.Session, new EntitySink<TEntity>(loader), WriteTo(query, loader.Projection, isOfLinks: false), cancellationToken).ConfigureAwait(false))
        {
            yield return loader.Entities[0];
            loader.Entities.Clear();
        }
    }

    /// <summary>Runs a statement and stops after each row, when the sink has taken it.</summary>
    public static async IAsyncEnumerable<bool> RowsAsync(Session session, RowSink sink, Action<SqlWriter> write, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = await session.RentAsync(Access.Read, cancellationToken).ConfigureAwait(false);
        try
        {
            var statement = new Statement();
            write(new(session.Dialect, statement));
            var cursor = await connection.OpenAsync(statement, cancellationToken).ConfigureAwait(false);
            await using (cursor.ConfigureAwait(false))
            {
                while (await cursor.ReadAsync(sink, cancellationToken).ConfigureAwait(false))
                {
                    yield return true;
                }
            }
        }
        finally
        {
            session.Return(connection);
        }
    }

    /// <summary>How many rows a query has, or how many links.</summary>
    public static ValueTask<int> CountAsync(Session session, QuerySpecification query, bool isOfLinks, CancellationToken cancellationToken) =>
        session.RunAsync(
            Access.Read,
            (session.Dialect, query, isOfLinks),
            static async (connection, state, cancel) => checked((int)await ScalarAsync(
                connection,
                state.Dialect,
                state,
                static (sql, state) => SelectRenderer.WriteCount(sql, state.query, state.isOfLinks),
                cancel).ConfigureAwait(false)),
            cancellationToken);

    /// <summary>Whether a query has any rows.</summary>
    public static ValueTask<bool> AnyAsync(Session session, QuerySpecification query, CancellationToken cancellationToken) =>
        session.RunAsync(
            Access.Read,
            (session.Dialect, query),
            static (connection, state, cancel) => AnyAsync(connection, state.Dialect, state.query, cancel),
            cancellationToken);

    /// <summary>Whether a query has any rows.</summary>
    public static async ValueTask<bool> AnyAsync(Connection connection, SqlDialect dialect, QuerySpecification query, CancellationToken cancellationToken) =>
        await ScalarAsync(connection, dialect, query, SelectRenderer.WriteAny, cancellationToken).ConfigureAwait(false) != 0;

    /// <summary>The statement of a query's rows, and its parameters, for a person.</summary>
    public static string ToSql<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query)
        where TEntity : class where TKey : notnull
    {
        var statement = new Statement();
        WriteTo(query, new Projection(query), isOfLinks: false)(new(context.Dialect, statement));
        return StatementText.Of(statement);
    }

    /// <summary>Reads a key of the rows that a query finds.</summary>
    public static async ValueTask<List<TKey>> KeysAsync<TKey>(Connection connection, SqlDialect dialect, QuerySpecification query, IReadOnlyList<PropertyDefinition> key, KeyType<TKey> type, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var sink = new KeySink<TKey>(type, key.Count);
        await RunAsync(connection, dialect, (query, key), static (sql, state) => SelectRenderer.WriteKeys(sql, state.query, state.key, isOfLinks: false), sink, cancellationToken).ConfigureAwait(false);
        return sink.Keys;
    }

    /// <summary>Writes a statement into a buffer that is used again, and hands its rows to the sink.</summary>
    public static async ValueTask RunAsync<TState>(Connection connection, SqlDialect dialect, TState state, Action<SqlWriter, TState> write, RowSink sink, CancellationToken cancellationToken)
    {
        var statement = Statement.Rent();
        try
        {
            write(new(dialect, statement), state);
            await connection.ReadAsync(statement, sink, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            statement.Return();
        }
    }

    private static ValueTask ReadAsync<TEntity>(Connection connection, SqlDialect dialect, QuerySpecification query, EntityLoader<TEntity> loader, CancellationToken cancellationToken)
        where TEntity : class =>
        RunAsync(
            connection,
            dialect,
            (query, loader.Projection),
            static (sql, state) => SelectRenderer.WriteRows(sql, state.query, state.Projection, source: null, isOfLinks: false),
            new EntitySink<TEntity>(loader),
            cancellationToken);

    private static async ValueTask<long> ScalarAsync<TState>(Connection connection, SqlDialect dialect, TState state, Action<SqlWriter, TState> write, CancellationToken cancellationToken)
    {
        var sink = new ScalarSink();
        await RunAsync(connection, dialect, state, write, sink, cancellationToken).ConfigureAwait(false);
        return sink.Value;
    }

    private static Action<SqlWriter> WriteTo(QuerySpecification query, Projection projection, bool isOfLinks) =>
        sql => SelectRenderer.WriteRows(sql, query, projection, source: null, isOfLinks);
}
