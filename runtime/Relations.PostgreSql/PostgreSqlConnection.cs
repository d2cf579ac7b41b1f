using System.Data;
using System.Data.Common;
using Npgsql;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>An open connection of Npgsql's.</summary>
/// <param name="database">Told about each statement.</param>
/// <param name="connection">The connection.</param>
/// <param name="transaction">Somebody else's transaction that is open on it.</param>
/// <param name="isOwn">Whether to close it in the end.</param>
internal sealed class PostgreSqlConnection(PostgreSqlDatabase database, NpgsqlConnection connection, NpgsqlTransaction? transaction, bool isOwn) : Connection
{
    private NpgsqlTransaction? transaction = transaction;
    private bool hasFailed;

    /// <summary>The replica that it is a connection to, or null for the primary.</summary>
    public Replica? Replica { get; init; }

    /// <summary>Whether the server can still be talked to.</summary>
    public bool IsOpen => connection.State == ConnectionState.Open;

    /// <inheritdoc/>
    public override bool IsInTransaction => transaction is not null;

    /// <inheritdoc/>
    public override async ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        var command = CommandOf(statement, cancellationToken);
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            return Math.Max(0, await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failure(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ReadAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var command = CommandOf(statement, cancellationToken);
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ending = reader.ConfigureAwait(false);
            var row = new PostgreSqlRow(reader);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!sink.Accept(ref row))
                {
                    break;
                }
            }
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failure(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<RowCursor> OpenAsync(Statement statement, CancellationToken cancellationToken)
    {
        var command = CommandOf(statement, cancellationToken);
        try
        {
            return new PostgreSqlCursor(command, await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            await command.DisposeAsync().ConfigureAwait(false);
            throw Failure(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var command = CommandOf(statement, cancellationToken);
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ending = reader.ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (NpgsqlException problem)
        {
            throw Failure(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask BeginAsync(Access access, IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        // At PostgreSQL's own level, every statement would see what others have committed since the one before.
        var level = isolationLevel == IsolationLevel.Unspecified && (access & Access.Write) == 0 ? IsolationLevel.RepeatableRead : isolationLevel;
        Announce("BEGIN", StatementKind.Transaction, cancellationToken);
        try
        {
            transaction = await connection.BeginTransactionAsync(level, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failure(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (hasFailed)
        {
            // PostgreSQL would take everything back and call it a success.
            throw new RelationsException("An earlier statement in the transaction failed, so that PostgreSQL cannot commit it: nothing was written. Dispose of it and begin a new one. To go on after an error, run what may fail in a nested transaction: transaction.BeginTransactionAsync().");
        }

        await ControlAsync("COMMIT", static (open, _, cancel) => open.CommitAsync(cancel), cancellationToken).ConfigureAwait(false);
        transaction = null;
    }

    /// <inheritdoc/>
    public override async ValueTask RollbackAsync()
    {
        if (transaction is not { } open)
        {
            return;
        }

        transaction = null;
        hasFailed = false;
        try
        {
            database.Announce("ROLLBACK", StatementKind.Transaction);
        }
        finally
        {
            // A connection that broke has taken everything back by itself.
            if (connection.State == ConnectionState.Open)
            {
                await open.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => isOwn ? connection.DisposeAsync() : default;

    /// <summary>Gives the connection back to Npgsql's pool, which ends what is still open on it.</summary>
    public void Close()
    {
        transaction = null;
        connection.Dispose();
    }

    /// <inheritdoc/>
    protected override ValueTask SaveAsync(string savepoint, CancellationToken cancellationToken) =>
        ControlAsync("SAVEPOINT " + savepoint, static (open, text, cancel) => open.SaveAsync(text["SAVEPOINT ".Length..], cancel), cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask ReleaseAsync(string savepoint, CancellationToken cancellationToken) =>
        ControlAsync("RELEASE " + savepoint, static (open, text, cancel) => open.ReleaseAsync(text["RELEASE ".Length..], cancel), cancellationToken);

    /// <inheritdoc/>
    protected override async ValueTask RollbackToAsync(string savepoint)
    {
        if (transaction is not { } open || connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            database.Announce("ROLLBACK TO " + savepoint, StatementKind.Transaction);
        }
        finally
        {
            await open.RollbackAsync(savepoint, CancellationToken.None).ConfigureAwait(false);
            await open.ReleaseAsync(savepoint, CancellationToken.None).ConfigureAwait(false);
            hasFailed = false;
        }
    }

    private Exception Failure(Exception problem, CancellationToken cancellationToken)
    {
        hasFailed = transaction is not null;
        return PostgreSqlFailure.Of(problem, cancellationToken);
    }

    private async ValueTask ControlAsync(string text, Func<NpgsqlTransaction, string, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        Announce(text, StatementKind.Transaction, cancellationToken);
        try
        {
            await run(transaction!, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failure(problem, cancellationToken);
        }
    }

    /// <summary>The statement as a command, so that the statement is free again before anything is waited for.</summary>
    private NpgsqlCommand CommandOf(Statement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var command = new NpgsqlCommand(statement.ToString(), connection);
        if (statement.ParameterCount > 0)
        {
            var parameters = new NpgsqlParameter[statement.ParameterCount];
            var binder = new ParameterBinder(parameters);
            statement.Bind(ref binder);
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(parameter);
            }
        }

        return command;
    }

    private void Announce(ReadOnlySpan<char> sql, StatementKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.Announce(sql, kind);
    }
}
