using System.Data;
using System.Data.Common;
using System.Diagnostics;
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
    private readonly SqliteDatabase database;
    private readonly SqliteSource source;
    private readonly SqliteConnection connection;
    private readonly sqlite3 handle;
    private readonly ConnectionMutex mutex;
    private readonly PreparedStatements statements;
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
        mutex = new ConnectionMutex(handle, database.UsesFunctionPointers);
        statements = new PreparedStatements(handle, source, database.UsesFunctionPointers);
    }

    /// <summary>Whether it is the one that writes.</summary>
    public bool MayWrite { get; init; }

    /// <summary>How many statements are kept, for tests.</summary>
    internal int StatementCount => statements.Count;

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
        _ = Run(statement, sink, cancellationToken);
        return default;
    }

    /// <inheritdoc/>
    public override ValueTask<RowCursor> OpenAsync(Statement statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var prepared = statements.Get(statement.Text, out var script)
            ?? throw new RelationsException("Rows can be read on demand from a single statement only; run the others on their own.");
        if (script is not null)
        {
            prepared.Handle.Dispose();
            throw new RelationsException("Rows can be read on demand from a single statement only; run the others on their own.");
        }

        prepared.Start();
        try
        {
            prepared.Bind(statement);
        }
        catch
        {
            prepared.Finish();
            throw;
        }

        return new(cursor = new NativeCursor(this, prepared, Tracing.Start(statement.Text, source).Aside()));
    }

    /// <inheritdoc/>
    public override ValueTask<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(read);
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        using var activity = Tracing.Start(statement.Text, source);
        using var interrupt = InterruptBy(cancellationToken);
        try
        {
            return new(CommandReading.Read(connection, statement, read, source, cancellationToken));
        }
        catch (Exception problem) when (Tracing.Fails(activity, problem))
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override ValueTask BeginAsync(Access access, IsolationLevel isolationLevel, CancellationToken cancellationToken)
    {
        if (isolationLevel == IsolationLevel.Chaos)
        {
            throw new ArgumentOutOfRangeException(nameof(isolationLevel), isolationLevel, "SQLite's transactions are always isolated; use IsolationLevel.Unspecified.");
        }

        // Every other level is met: SQLite's transactions are serializable. A writing one takes the lock at once, since one that has read
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
            RunPlain("ROLLBACK");
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
        statements.Clear();
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
            RunPlain("ROLLBACK TO " + savepoint);
            RunPlain("RELEASE " + savepoint);
        }

        return default;
    }

    /// <summary>Steps to the next row. Returns false when there is none.</summary>
    internal bool Step(PreparedStatement prepared, CancellationToken cancellationToken)
    {
        var code = prepared.Step();
        return code == raw.SQLITE_ROW ? prepared.HasRow = true : code != raw.SQLITE_DONE && StepFailed(prepared, code, cancellationToken);
    }

    /// <summary>Tries again where another connection held a lock; else throws what the code means.</summary>
    private bool StepFailed(PreparedStatement prepared, int code, CancellationToken cancellationToken)
    {
        if (SqliteFailure.MayTryAgain(code) && !prepared.HasRow)
        {
            code = StepWhenUnlocked(prepared, code, cancellationToken);
        }

        return code switch
        {
            raw.SQLITE_ROW => prepared.HasRow = true,
            raw.SQLITE_DONE => false,
            _ when (code & 0xFF) is raw.SQLITE_INTERRUPT or raw.SQLITE_BUSY && cancellationToken.IsCancellationRequested =>
                throw new OperationCanceledException("The statement was cancelled.", SqliteFailure.Of(handle, code, source), cancellationToken),
            _ => throw SqliteFailure.Of(handle, code, source),
        };
    }

    /// <summary>Interrupts what runs when the token is cancelled. Dispose it before returning: a later operation must not be interrupted.</summary>
    internal CancellationTokenRegistration InterruptBy(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static state => raw.sqlite3_interrupt(((NativeConnection)state!).handle), this)
            : default;

    /// <summary>A cursor has ended.</summary>
    internal void Forget(NativeCursor ended)
    {
        if (cursor == ended)
        {
            cursor = null;
        }
    }

    /// <summary>Waits for another connection's lock, in short turns: SQLite's own waiting cannot be cancelled.</summary>
    private int StepWhenUnlocked(PreparedStatement prepared, int code, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (SqliteFailure.MayTryAgain(code) && !cancellationToken.IsCancellationRequested && source.MayWait(Stopwatch.GetElapsedTime(start)))
        {
            prepared.Reset();
            Thread.Sleep(1); // a connection of somebody else's may not wait by itself
            code = prepared.Step();
        }

        return code;
    }

    private int Run(Statement statement, RowSink? sink, CancellationToken cancellationToken)
    {
        Announce(statement.Text, StatementKind.Rows, cancellationToken);
        var activity = Tracing.Start(statement.Text, source);
        return activity is null ? RunAll(statement, sink, cancellationToken) : Run(statement, sink, activity, cancellationToken);
    }

    private int Run(Statement statement, RowSink? sink, Activity activity, CancellationToken cancellationToken)
    {
        using var ending = activity;
        try
        {
            return RunAll(statement, sink, cancellationToken);
        }
        catch (Exception problem) when (Tracing.Fails(activity, problem))
        {
            throw;
        }
    }

    private int RunAll(Statement statement, RowSink? sink, CancellationToken cancellationToken)
    {
        var prepared = statements.Get(statement.Text, out var script);
        var changed = prepared is null ? 0 : Run(prepared, statement, sink, cancellationToken);
        while (script is { Length: > 0 })
        {
            prepared = statements.TakeFirst(ref script);
            if (prepared is not null)
            {
                changed += Run(prepared, statement, sink, cancellationToken);
            }
        }

        return changed;
    }

    private int Run(PreparedStatement prepared, Statement statement, RowSink? sink, CancellationToken cancellationToken)
    {
        using var hold = mutex.Enter();
        var changes = prepared.IsReadOnly ? 0 : raw.sqlite3_total_changes(handle);
        prepared.Start();
        try
        {
            prepared.Bind(statement);
            using (InterruptBy(cancellationToken))
            {
                StepAll(prepared, sink, cancellationToken);
            }
        }
        finally
        {
            prepared.Finish();
        }

        // sqlite3_changes keeps the number of the last statement that changed rows; one that changed none does not move the total.
        return prepared.IsReadOnly || raw.sqlite3_total_changes(handle) == changes ? 0 : raw.sqlite3_changes(handle);
    }

    private void StepAll(PreparedStatement prepared, RowSink? sink, CancellationToken cancellationToken)
    {
        var isWanted = sink is not null;
        while (Step(prepared, cancellationToken))
        {
            if (isWanted && !(prepared.IsReadOnly ? prepared.Give(sink!) : GiveWritten(prepared, sink!)))
            {
                isWanted = false;
                if (prepared.IsReadOnly)
                {
                    return;
                }
            }
        }
    }

    private bool GiveWritten(PreparedStatement prepared, RowSink sink)
    {
        try
        {
            return prepared.Give(sink);
        }
        catch (Exception problem)
        {
            // Resetting a statement half-way keeps what it has written, as if it had succeeded. An interrupted one is taken back.
            // Inside a transaction it would take the whole of it back; there what follows the last savepoint cannot be kept any more.
            // On somebody else's connection the interrupt could meet a reader of theirs.
            if (raw.sqlite3_get_autocommit(handle) == 0)
            {
                unread.Add(problem);
            }
            else if (isOwn)
            {
                raw.sqlite3_interrupt(handle);
                _ = prepared.Step();
            }

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
            throw new RelationsException("The transaction has ended: SQLite rolled it back after an earlier statement in it failed or was cancelled. Dispose of it and begin a new one.");
        }

        database.Announce(sql, kind);
    }

    private void RunControl(string sql, CancellationToken cancellationToken)
    {
        Announce(sql, StatementKind.Transaction, cancellationToken);
        RunPlain(sql);
    }

    private void RunPlain(string sql)
    {
        var prepared = statements.Get(sql, out _)!;
        prepared.Start();
        try
        {
            _ = Step(prepared, CancellationToken.None);
        }
        finally
        {
            prepared.Finish();
        }
    }
}
