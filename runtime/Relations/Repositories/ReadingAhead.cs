using Relations.Inclusion;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Reads entities and relations one level deep in few round trips: in one where no statement needs rows of another, else in two, the transaction's begin and end included.</summary>
internal static class ReadingAhead
{
    public static ValueTask<List<TEntity>> ListAsync<TEntity>(Connection connection, SqlDialect dialect, EntityLoader<TEntity> loader, Action<SqlWriter> write, CancellationToken cancellationToken) where TEntity : class =>
        loader.StatementsOfRelations(hasEntities: false) is { } statements
            ? InOneAsync(connection, dialect, loader, write, statements, cancellationToken)
            : InTwoAsync(connection, dialect, loader, write, cancellationToken);

    private static async ValueTask<List<TEntity>> InOneAsync<TEntity>(Connection connection, SqlDialect dialect, EntityLoader<TEntity> loader, Action<SqlWriter> write, List<Action<SqlWriter>> statements, CancellationToken cancellationToken) where TEntity : class
    {
        statements.Insert(0, write);
        var answers = await connection.ReadAheadAsync(Written(dialect, statements), cancellationToken).ConfigureAwait(false);
        await using var ending = answers.ConfigureAwait(false);
        await ReadAsync(connection, dialect, loader, write, cancellationToken).ConfigureAwait(false);
        await loader.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
        return loader.Entities;
    }

    private static async ValueTask<List<TEntity>> InTwoAsync<TEntity>(Connection connection, SqlDialect dialect, EntityLoader<TEntity> loader, Action<SqlWriter> write, CancellationToken cancellationToken) where TEntity : class
    {
        await connection.BeginAsync(Access.Read, System.Data.IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false);
        try
        {
            await ReadAsync(connection, dialect, loader, write, cancellationToken).ConfigureAwait(false);
            if (loader.StatementsOfRelations(hasEntities: true) is not { Count: > 0 } statements)
            {
                await loader.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
                await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
                return loader.Entities;
            }

            var answers = await connection.ReadAheadAsync(Written(dialect, statements), cancellationToken).ConfigureAwait(false);
            await using var ending = answers.ConfigureAwait(false);
            await loader.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
            return loader.Entities;
        }
        catch
        {
            await connection.RollbackAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static ValueTask ReadAsync<TEntity>(Connection connection, SqlDialect dialect, EntityLoader<TEntity> loader, Action<SqlWriter> write, CancellationToken cancellationToken) where TEntity : class =>
        connection.ReadAsync(dialect, write, static (sql, write) => write(sql), new EntitySink<TEntity>(loader), cancellationToken);

    private static List<Statement> Written(SqlDialect dialect, List<Action<SqlWriter>> statements) => statements.ConvertAll(write =>
    {
        var sql = new SqlWriter(dialect);
        write(sql);
        return sql.Statement;
    });
}
