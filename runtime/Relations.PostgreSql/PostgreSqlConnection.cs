using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>An open connection of Npgsql's.</summary>
/// <param name="database">Told about each statement.</param>
/// <param name="connection">The connection.</param>
/// <param name="transaction">Somebody else's transaction that is open on it.</param>
internal sealed class PostgreSqlConnection(PostgreSqlDatabase database, NpgsqlConnection connection, NpgsqlTransaction? transaction = null) : Connection
{
    private const int MostSentAtOnce = 500;

    private readonly OpenTransaction transaction = new(connection, transaction);
    private Answers? answers;
    private HalfPrepared? halfPrepared;

    /// <summary>The replica that it is a connection to, or null for the primary.</summary>
    public Replica? Replica { get; init; }

    /// <summary>Whether the server can still be talked to.</summary>
    public bool IsOpen => connection.State == ConnectionState.Open;

    /// <inheritdoc/>
    public override bool IsInTransaction => transaction.IsThere;

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
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
            throw await FailureAsync(command, problem, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask ReadAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(sink);
        if (answers?.Has(statement) == true)
        {
            await ReadAnswerAsync(answers, statement, sink, cancellationToken).ConfigureAwait(false);
            return;
        }

        var command = CommandOf(statement, cancellationToken);
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ending = reader.ConfigureAwait(false);
            await Rows.ReadAsync(reader, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw await FailureAsync(command, problem, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Where connections are shared between operations at work, a transaction must be Npgsql's own; its end costs one more round trip.</remarks>
    public override async ValueTask<IAsyncDisposable> ReadAheadAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var begins = !transaction.IsThere;
        if (begins)
        {
            Announce("BEGIN", StatementKind.Transaction, cancellationToken);
        }

        var commands = new List<NpgsqlBatchCommand>(statements.Count);
        foreach (var statement in statements)
        {
            commands.Add(BatchCommandOf(statement, cancellationToken));
        }

        Announce("COMMIT", StatementKind.Transaction, cancellationToken);
        Answers? opened = null;
        try
        {
            if (begins && database.IsMultiplexing)
            {
                await transaction.BeginAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
            }

            opened = new Answers(this, new NpgsqlBatch(connection), commands, [.. statements.Select(static statement => statement.ToString())], begins: !transaction.IsThere, ends: !database.IsMultiplexing);
            await opened.OpenAsync(cancellationToken).ConfigureAwait(false);
            return answers = opened;
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            var failed = Failed(problem, cancellationToken);
            await (opened?.CloseAsync() ?? default).ConfigureAwait(false);
            throw failed;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ReadManyAsync(Statement statement, int count, Action<int> give, RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(give);
        if (count == 1)
        {
            give(0);
            await ReadAsync(statement, sink, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var first = 0; first < count; first += MostSentAtOnce)
        {
            var batch = new NpgsqlBatch(connection);
            await using var disposal = batch.ConfigureAwait(false);
            for (var place = first; place < Math.Min(count, first + MostSentAtOnce); place++)
            {
                give(place);
                batch.BatchCommands.Add(BatchCommandOf(statement, cancellationToken));
            }

            try
            {
                var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using var ending = reader.ConfigureAwait(false);
                do
                {
                    await Rows.ReadAsync(reader, sink, cancellationToken).ConfigureAwait(false);
                }
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
            {
                throw Failure(problem, cancellationToken);
            }
        }
    }

    /// <summary>Ends the reading of answers, and the transaction in which they were given.</summary>
    public async ValueTask EndAsync(Answers ended)
    {
        answers = null;
        try
        {
            await ended.CloseAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException problem)
        {
            throw Failure(problem, CancellationToken.None);
        }

        if (transaction.Take() is { } open)
        {
            await open.DisposeAsync().ConfigureAwait(false); // nothing was written
            ForgetIfPossible();
        }
    }

    /// <summary>Forgets what was prepared, after answers of which one was an error and the transaction has ended.</summary>
    public void Forget(Exception problem)
    {
        Prepared.Forget(problem);
        ForgetIfPossible();
    }

    /// <summary>A command without values.</summary>
    public NpgsqlCommand CommandOf(string text) => new(text, connection);

    private async ValueTask ReadAnswerAsync(Answers answers, Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        try
        {
            await answers.ReadAsync(statement, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failed(problem, cancellationToken); // forgotten when the answers are closed
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
            await using var disposal = command.ConfigureAwait(false);
            throw await FailureAsync(command, problem, cancellationToken).ConfigureAwait(false);
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
        catch (Exception problem) when (PostgreSqlFailure.IsOfServer(problem))
        {
            throw await FailureAsync(command, problem, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            Prepared.Forget(problem); // of the caller's own code perhaps, or of a value
            throw;
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
            await transaction.BeginAsync(level, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failed(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.AskAsync(cancellationToken).ConfigureAwait(false);
        transaction.RefuseFailed();
        await ControlAsync("COMMIT", "", static (transaction, _, cancel) => transaction.CommitAsync(cancel), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async ValueTask RollbackAsync()
    {
        if (transaction.Take() is not { } open)
        {
            return;
        }

        try
        {
            database.Announce("ROLLBACK", StatementKind.Transaction);
        }
        finally
        {
            // A connection that broke has taken everything back by itself.
            if (IsOpen)
            {
                await open.DisposeAsync().ConfigureAwait(false);
                ForgetIfPossible();
            }
        }
    }

    /// <summary>Gives the connection back to Npgsql's pool, which ends what is still open on it.</summary>
    public void Close()
    {
        _ = transaction.Take();
        halfPrepared?.GiveUpLeft();
        connection.Dispose();
    }

    /// <inheritdoc/>
    protected override async ValueTask SaveAsync(string savepoint, CancellationToken cancellationToken)
    {
        await ControlAsync("SAVEPOINT ", savepoint, static (transaction, savepoint, cancel) => transaction.SaveAsync(savepoint, cancel), cancellationToken).ConfigureAwait(false);
        ForgetIfPossible();
    }

    /// <inheritdoc/>
    protected override ValueTask ReleaseAsync(string savepoint, CancellationToken cancellationToken) =>
        ControlAsync("RELEASE ", savepoint, static (transaction, savepoint, cancel) => transaction.ReleaseAsync(savepoint, cancel), cancellationToken);

    /// <inheritdoc/>
    protected override async ValueTask RollbackToAsync(string savepoint)
    {
        if (!transaction.IsThere || !IsOpen || transaction.HasEnded)
        {
            return;
        }

        try
        {
            database.Announce("ROLLBACK TO " + savepoint, StatementKind.Transaction);
        }
        finally
        {
            await transaction.RollbackToAsync(savepoint).ConfigureAwait(false);
            ForgetIfPossible();
        }
    }

    private HalfPrepared Prepared => halfPrepared ??= new(connection);

    private async ValueTask<Exception> FailureAsync(NpgsqlCommand command, Exception problem, CancellationToken cancellationToken)
    {
        await Prepared.ForgetAsync(command, problem).ConfigureAwait(false);
        var failed = Failed(problem, cancellationToken);
        ForgetIfPossible();
        return failed;
    }

    /// <summary>The error of several statements.</summary>
    private Exception Failure(Exception problem, CancellationToken cancellationToken)
    {
        var failed = Failed(problem, cancellationToken);
        Forget(problem);
        return failed;
    }

    private Exception Failed(Exception problem, CancellationToken cancellationToken)
    {
        transaction.Fail(problem);
        return PostgreSqlFailure.Of(problem, cancellationToken);
    }

    /// <summary>Forgets what is left to be forgotten, unless a transaction has failed that must end first.</summary>
    private void ForgetIfPossible()
    {
        if (!transaction.HasFailed && answers is null)
        {
            halfPrepared?.ForgetLeft();
        }
    }

    private async ValueTask ControlAsync(string text, string savepoint, Func<OpenTransaction, string, CancellationToken, ValueTask> run, CancellationToken cancellationToken)
    {
        Announce(text + savepoint, StatementKind.Transaction, cancellationToken);
        try
        {
            await run(transaction, savepoint, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw Failed(problem, cancellationToken);
        }
    }

    /// <summary>The statement as a command, so that the statement is free again before anything is waited for.</summary>
    private NpgsqlCommand CommandOf(Statement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var command = new NpgsqlCommand { Connection = connection };
        command.CommandText = CommandFilling.Fill(command.Parameters, statement);
        return command;
    }

    private NpgsqlBatchCommand BatchCommandOf(Statement statement, CancellationToken cancellationToken)
    {
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var command = new NpgsqlBatchCommand();
        command.CommandText = CommandFilling.Fill(command.Parameters, statement);
        return command;
    }

    private void Announce(ReadOnlySpan<char> sql, StatementKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (transaction.IsLost)
        {
            throw new RelationsException("The connection to PostgreSQL was lost, and the transaction with it: nothing was written. Dispose of it and begin a new one.");
        }

        if (transaction.HasEnded)
        {
            throw new RelationsException("The transaction is not open any more: a statement of your own ended it. Dispose of it and begin a new one.");
        }

        database.Announce(sql, kind);
    }
}
