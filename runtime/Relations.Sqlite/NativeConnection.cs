using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Relations.Sessions;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>
/// A connection whose statements run through SQLite's C functions. SQLite does its work on the calling thread, so every task
/// that is returned has ended already.
/// </summary>
internal sealed class NativeConnection : Connection
{
    private const string RowSavepoint = "relations_row";

    private readonly SqliteDatabase database;
    private readonly SqliteSource source;
    private readonly SqliteConnection connection;
    private readonly sqlite3 handle;
    private readonly StatementRunner runner;
    private readonly UnreadRows unread = new();
    private readonly bool isOwn;
    private NativeCursor? cursor;
    private bool hasBegun;
    private bool isClosed;

    /// <summary>Takes over an open connection.</summary>
    /// <param name="database">Told about each statement.</param>
    /// <param name="source">What error messages speak of.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="isOwn">Whether to close it in the end.</param>
    public NativeConnection(SqliteDatabase database, SqliteSource source, SqliteConnection connection, bool isOwn)
    {
        this.database = database;
        this.source = source;
        this.connection = connection;
        this.isOwn = isOwn;
        handle = connection.Handle!;
        runner = new StatementRunner(handle, source, database.UsesFunctionPointers, unread);
    }

    /// <summary>Whether it is the one that writes.</summary>
    public bool MayWrite { get; init; }

    /// <summary>How many statements are kept, for tests.</summary>
    internal int StatementCount => runner.StatementCount;

    /// <inheritdoc/>
    public override bool IsInTransaction => hasBegun || raw.sqlite3_get_autocommit(handle) == 0;

    /// <inheritdoc/>
    public override ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new(Run(statement, sink: null, cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask ReadAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(sink);
        if (CommitMayWait && !isClosed && !IsInTransaction && runner.Writes(statement, cancellationToken))
        {
            return ReadInTransactionAsync(statement, sink, cancellationToken);
        }

        if (MayBeCommittedByOthers && runner.Writes(statement, cancellationToken))
        {
            return ReadInSavepointAsync(statement, sink, cancellationToken);
        }

        _ = Run(statement, sink, cancellationToken);
        return default;
    }

    /// <inheritdoc/>
    public override ValueTask<RowCursor> OpenAsync(Statement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var prepared = runner.Start(statement, cancellationToken);
        return new(cursor = new NativeCursor(this, runner, prepared, Observation.Start(statement.Text, source)?.Aside()));
    }

    /// <inheritdoc/>
    public override ValueTask<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(read);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        using var observation = Observation.Start(statement.Text, source);
        using var interrupt = runner.InterruptBy(cancellationToken);
        try
        {
            return new(CommandReading.Read(connection, statement, read, source, cancellationToken));
        }
        catch (Exception problem) when (observation?.Fails(problem) is true)
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override ValueTask BeginAsync(Access access, IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        // Every level is met: SQLite's transactions are serializable. A writing one takes the lock at once, since one that has read
        // first and writes later cannot wait for it.
        RunControl((access & Access.Write) != 0 ? "BEGIN IMMEDIATE" : "BEGIN", cancellationToken);
        hasBegun = true;
        unread.Clear();
        return default;
    }

    /// <inheritdoc/>
    public override ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        unread.RefuseCommit();
        RunControl("COMMIT", cancellationToken);
        hasBegun = false;
        return default;
    }

    /// <inheritdoc/>
    public override ValueTask RollbackAsync()
    {
        Rollback();
        return default;
    }

    /// <summary>Takes back what the transaction wrote, whatever a handler of the statement event does.</summary>
    public void Rollback()
    {
        unread.Clear();
        if (isClosed || raw.sqlite3_get_autocommit(handle) != 0)
        {
            hasBegun = false;
            return;
        }

        try
        {
            database.Announce("ROLLBACK", StatementKind.Transaction);
        }
        finally
        {
            runner.Run("ROLLBACK", CancellationToken.None);
            hasBegun = false;
        }
    }

    /// <summary>Ends what an operation may have left: a reading that was given up half-way, a transaction.</summary>
    public void Clear()
    {
        cursor?.Close();
        if (IsInTransaction)
        {
            Rollback();
        }
    }

    /// <summary>Finalises the statements, and closes the connection where it is its own.</summary>
    public void Close()
    {
        isClosed = true;
        cursor?.Close();
        runner.Clear();
        if (isOwn)
        {
            connection.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override ValueTask SaveAsync(string savepoint, CancellationToken cancellationToken)
    {
        RunControl("SAVEPOINT " + savepoint, cancellationToken);
        unread.Save();
        return default;
    }

    /// <inheritdoc/>
    protected override ValueTask ReleaseAsync(string savepoint, CancellationToken cancellationToken)
    {
        unread.RefuseRelease();
        RunControl("RELEASE " + savepoint, cancellationToken);
        unread.Release();
        return default;
    }

    /// <inheritdoc/>
    protected override ValueTask RollbackToAsync(string savepoint)
    {
        unread.RollbackToSavepoint();
        if (raw.sqlite3_get_autocommit(handle) != 0)
        {
            return default; // SQLite has ended the transaction by itself, and the mark with it
        }

        try
        {
            database.Announce("ROLLBACK TO " + savepoint, StatementKind.Transaction);
        }
        finally
        {
            runner.Run("ROLLBACK TO " + savepoint, CancellationToken.None);
            runner.Run("RELEASE " + savepoint, CancellationToken.None);
        }

        return default;
    }

    /// <summary>A cursor has ended.</summary>
    internal void Forget(NativeCursor ended)
    {
        if (cursor == ended)
        {
            cursor = null;
        }
    }

    /// <summary>
    /// Whether a commit may meet another's lock: it does where there is no write-ahead log, as may be on somebody else's connection. That of a statement by itself comes after its rows, which
    /// a second run would give twice; that of a transaction can be tried again.
    /// </summary>
    private bool CommitMayWait => !isOwn || (MayWrite && !source.IsPrivate && !source.HasWriteAheadLog);

    /// <summary>Whether somebody else's commit would keep a row that was written and could not be read: they know nothing of it.</summary>
    private bool MayBeCommittedByOthers => !isOwn && !isClosed && !hasBegun && !unread.IsInSavepoint && IsInTransaction;

    private async ValueTask ReadInSavepointAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        await SaveAsync(RowSavepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            _ = Run(statement, sink, cancellationToken);
            await ReleaseAsync(RowSavepoint, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await RollbackToAsync(RowSavepoint).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask ReadInTransactionAsync(Statement statement, RowSink sink, CancellationToken cancellationToken)
    {
        await BeginAsync(Access.Write, IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false);
        try
        {
            _ = Run(statement, sink, cancellationToken);
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    private int Run(Statement statement, RowSink? sink, CancellationToken cancellationToken)
    {
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var observation = Observation.Start(statement.Text, source);
        return observation is null ? runner.Run(statement, sink, cancellationToken) : Run(statement, sink, observation, cancellationToken);
    }

    private int Run(Statement statement, RowSink? sink, Observation observation, CancellationToken cancellationToken)
    {
        using var ending = observation;
        try
        {
            return runner.Run(statement, sink, cancellationToken);
        }
        catch (Exception problem) when (observation.Fails(problem))
        {
            throw;
        }
    }

    private void Announce(ReadOnlySpan<char> sql, StatementKind kind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isClosed, connection); // its handle may serve others already, out of Microsoft.Data.Sqlite's pool
        if (hasBegun && raw.sqlite3_get_autocommit(handle) != 0)
        {
            // After some errors, and after an interrupted write, SQLite rolls back by itself; what followed would be written at once and for good.
            throw new RelationsException("The transaction is not open any more: a statement of your own ended it, or SQLite rolled it back after an earlier one failed or was cancelled. Dispose of it and begin a new one.");
        }

        database.Announce(sql, kind);
    }

    private void RunControl(string sql, CancellationToken cancellationToken)
    {
        Announce(sql, StatementKind.Transaction, cancellationToken);
        runner.Run(sql, cancellationToken);
    }
}
