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
    public static ValueTask<List<TEntity>> ListAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull =>
        query.IsOfEntitiesAlone ? ListRowsAsync(context, query, cancellationToken) : ListWithRelationsAsync(context, query, cancellationToken);

    /// <summary>The rows of a query that wants them whole, without relations.</summary>
    private static ValueTask<List<TEntity>> ListRowsAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull
    {
        return context.Session.RunAsync(
            Access.Read,
            (context, query),
            static (connection, state, cancel) =>
            {
                var sink = new ListSink<TEntity>(state.context.Definition);
                var reading = connection.ReadAsync(state.context.Dialect, state.query, WriteRows, sink, cancel);
                return reading.IsCompletedSuccessfully ? new(sink.Entities) : WaitAsync(reading, sink);
            },
            cancellationToken);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<List<TEntity>> WaitAsync(ValueTask reading, ListSink<TEntity> sink)
        {
            await reading.ConfigureAwait(false);
            return sink.Entities;
        }
    }

    /// <summary>The rows of a query that includes relations, or wants some columns only.</summary>
    private static ValueTask<List<TEntity>> ListWithRelationsAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull
    {
        Prepared<(EntityContext<TEntity, TKey> Context, QuerySpecification Query), EntityLoader<TEntity>> prepared;
        try
        {
            prepared = new((context, query), static state => new(state.Context.Definition, state.Query, state.Context.Inclusions, isFirst: true));
        }
        catch (RelationsException problem)
        {
            return Session.FailAsync<List<TEntity>>(problem);
        }

        if (context.Inclusions.ReadsAhead && prepared.First.StatementsOfRelations(hasEntities: true) is not null)
        {
            return context.Session.RunAsync(
                Access.Read,
                (prepared, query, context.Dialect),
                static (connection, state, cancel) => ReadingAhead.ListAsync(connection, state.Dialect, state.prepared.Take(), sql => WriteRows(sql, (state.query, state.prepared.First.Projection)), cancel),
                cancellationToken);
        }

        return context.Session.RunAsync(
            prepared.First.HasRelations ? Access.Read | Access.Atomic : Access.Read,
            (prepared, query, context.Dialect),
            static (connection, state, cancel) =>
            {
                var (prepared, query, dialect) = state;
                var loader = prepared.Take();
                var reading = connection.ReadAsync(dialect, (query, loader.Projection), WriteRows, new EntitySink<TEntity>(loader), cancel);
                return reading.IsCompletedSuccessfully && !loader.HasRelations ? new(loader.Entities) : LoadAsync(reading, loader, connection, cancel);
            },
            cancellationToken);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<List<TEntity>> LoadAsync(ValueTask reading, EntityLoader<TEntity> loader, Connection connection, CancellationToken cancellationToken)
        {
            await reading.ConfigureAwait(false);
            await loader.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
            return loader.Entities;
        }
    }

    /// <summary>The row with this primary key, or null when there is none.</summary>
    public static ValueTask<TEntity?> RowAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, TKey key, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull
    {
        return context.Session.RunAsync(
            Access.Read,
            (context, key),
            static (connection, state, cancel) =>
            {
                var (context, key) = state;
                var sink = new FirstSink<TEntity>(context.Definition);
                var reading = connection.ReadAsync(
                    context.Dialect,
                    (context.Definition, key: new KeyParameter<TEntity, TKey>(context.Definition, key)),
                    static (sql, state) => sql.Write(sql.Dialect.RowByKey(state.Definition)).Statement.Add(state.key),
                    sink,
                    cancel);
                return reading.IsCompletedSuccessfully ? new(sink.Entity) : WaitAsync(reading, sink);
            },
            cancellationToken);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<TEntity?> WaitAsync(ValueTask reading, FirstSink<TEntity> sink)
        {
            await reading.ConfigureAwait(false);
            return sink.Entity;
        }
    }

    /// <summary>The first row of a query, or null when there is none.</summary>
    public static ValueTask<TEntity?> FirstAsync<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query, CancellationToken cancellationToken)
        where TEntity : class where TKey : notnull
    {
        var listing = ListAsync(context, query, cancellationToken);
        return listing.IsCompletedSuccessfully ? new(First(listing.Result)) : WaitAsync(listing);

        static TEntity? First(List<TEntity> list) => list.Count == 0 ? null : list[0];

        static async ValueTask<TEntity?> WaitAsync(ValueTask<List<TEntity>> listing) => First(await listing.ConfigureAwait(false));
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

        var loader = new EntityLoader<TEntity>(context.Definition, query, context.Inclusions, isFirst: true);
        await foreach (var _ in RowsAsync(context.Session, new EntitySink<TEntity>(loader), sql => WriteRows(sql, (query, loader.Projection)), cancellationToken).ConfigureAwait(false))
        {
            yield return loader.Entities[0];
            loader.Entities.Clear();
        }
    }

    /// <summary>Runs a statement and stops after each row, when the sink has taken it.</summary>
    public static async IAsyncEnumerable<bool> RowsAsync(Session session, RowSink sink, Action<SqlWriter> write, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sql = new SqlWriter(session.Dialect);
        write(sql);
        var (connection, cursor) = await OpenAsync(session, sql.Statement, cancellationToken).ConfigureAwait(false);
        try
        {
            await using (cursor.ConfigureAwait(false))
            {
                while (await cursor.ReadAsync(sink, cancellationToken).ConfigureAwait(false))
                {
                    yield return true;
                    cancellationToken.ThrowIfCancellationRequested(); // rows that have arrived are given without asking it
                }
            }
        }
        finally
        {
            session.Return(connection);
        }
    }

    private static async ValueTask<(Connection Connection, RowCursor Cursor)> OpenAsync(Session session, Statement statement, CancellationToken cancellationToken)
    {
        var access = Access.Read;
        for (var runs = 1; ; runs++)
        {
            var connection = await session.RentAsync(access, cancellationToken).ConfigureAwait(false);
            try
            {
                return (connection, await connection.OpenAsync(statement, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception problem)
            {
                var mayRunAgain = problem is RelationsException failure && session.MayRunAgain(connection, failure, runs); // a connection that was given back is closed
                session.Return(connection);
                if (!mayRunAgain)
                {
                    throw;
                }

                access = Access.Write;
            }
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
    public static async ValueTask<bool> AnyAsync(Connection connection, SqlDialect dialect, QuerySpecification query, CancellationToken cancellationToken)
    {
        var sink = new TruthSink();
        await connection.ReadAsync(dialect, query, SelectRenderer.WriteAny, sink, cancellationToken).ConfigureAwait(false);
        return sink.Value;
    }

    /// <summary>The statement of a query's rows, and its parameters, for a person.</summary>
    public static string ToSql<TEntity, TKey>(EntityContext<TEntity, TKey> context, QuerySpecification query)
        where TEntity : class where TKey : notnull
    {
        var sql = new SqlWriter(context.Dialect);
        WriteRows(sql, query);
        return StatementText.Of(sql.Statement);
    }

    /// <summary>Reads a key of the rows that a query finds.</summary>
    public static async ValueTask<List<TKey>> KeysAsync<TKey>(Connection connection, SqlDialect dialect, QuerySpecification query, IReadOnlyList<PropertyDefinition> key, KeyType<TKey> type, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var sink = new KeySink<TKey>(type, key.Count);
        await connection.ReadAsync(dialect, (query, key), static (sql, state) => SelectRenderer.WriteKeys(sql, state.query, state.key, isOfLinks: false), sink, cancellationToken).ConfigureAwait(false);
        return sink.Keys;
    }

    private static void WriteRows(SqlWriter sql, QuerySpecification query)
    {
        if (query.WholeRelation is { } relation)
        {
            sql.Write(sql.Dialect.RowsOfSource(query, relation));
            ConditionRenderer.AddValues(sql.Statement, query.Condition);
            return;
        }

        WriteRows(sql, (query, new(query)));
    }

    private static void WriteRows(SqlWriter sql, (QuerySpecification Query, Projection Projection) rows) =>
        SelectRenderer.WriteRows(sql, rows.Query, rows.Projection, source: null, isOfLinks: false);

    private static async ValueTask<long> ScalarAsync<TState>(Connection connection, SqlDialect dialect, TState state, Action<SqlWriter, TState> write, CancellationToken cancellationToken)
    {
        var sink = new ScalarSink();
        await connection.ReadAsync(dialect, state, write, sink, cancellationToken).ConfigureAwait(false);
        return sink.Value;
    }
}
