using System.Diagnostics;
using Relations.Sessions;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Runs the statements of one connection: prepares them, gives them their values, and steps through their rows.</summary>
/// <param name="handle">The connection.</param>
/// <param name="source">What error messages speak of, and how long another's lock is waited for.</param>
/// <param name="usesFunctionPointers">Whether to call SQLite's functions by their addresses.</param>
/// <param name="unread">Told of rows that were written in a transaction and could not be read.</param>
internal sealed class StatementRunner(sqlite3 handle, SqliteSource source, bool usesFunctionPointers, UnreadRows unread)
{
    private readonly ConnectionMutex mutex = new(handle, usesFunctionPointers);
    private readonly PreparedStatements statements = new(handle, source, usesFunctionPointers);

    /// <summary>How many statements are kept, for tests.</summary>
    public int StatementCount => statements.Count;

    /// <summary>Runs a statement, or several of one text, and hands the rows to the sink, if there is one; of several, those of the first that gives any. Returns how many rows they changed.</summary>
    public int Run(Statement statement, RowSink? sink, CancellationToken cancellationToken)
    {
        var prepared = statements.Get(statement.Text, out var script, cancellationToken);
        var changed = prepared is null ? 0 : Run(prepared, statement, sink, cancellationToken);
        while (script is { Length: > 0 })
        {
            sink = prepared is { HasColumns: true } ? null : sink;
            prepared = statements.TakeFirst(ref script, cancellationToken);
            if (prepared is not null)
            {
                changed += Run(prepared, statement, sink, cancellationToken);
            }
        }

        return changed;
    }

    /// <summary>Whether a statement changes anything.</summary>
    public bool Writes(Statement statement, CancellationToken cancellationToken)
    {
        var prepared = statements.Get(statement.Text, out _, cancellationToken);
        if (prepared is { IsKept: false })
        {
            prepared.Handle.Dispose();
        }

        return prepared is { IsReadOnly: false };
    }

    /// <summary>Runs a statement that has neither values nor rows.</summary>
    public void Run(string sql, CancellationToken cancellationToken)
    {
        var prepared = statements.Get(sql, out _, cancellationToken)!;
        prepared.Start();
        try
        {
            _ = Step(prepared, cancellationToken);
        }
        finally
        {
            prepared.Finish();
        }
    }

    /// <summary>Prepares a statement and gives it its values, so that its rows can be stepped to on demand. Finish it in the end.</summary>
    public PreparedStatement Start(Statement statement, CancellationToken cancellationToken)
    {
        var prepared = statements.Get(statement.Text, out var script, cancellationToken);
        if (prepared is null || script is not null)
        {
            prepared?.Handle.Dispose();
            throw new RelationsException("Rows can be read on demand from a single statement only; run the others on their own.");
        }

        prepared.Start();
        try
        {
            prepared.Bind(statement);
            return prepared;
        }
        catch
        {
            prepared.Finish();
            throw;
        }
    }

    /// <summary>Steps to the next row. Returns false when there is none.</summary>
    public bool Step(PreparedStatement prepared, CancellationToken cancellationToken)
    {
        var code = prepared.Step();
        return code == raw.SQLITE_ROW ? prepared.HasRow = true : code != raw.SQLITE_DONE && StepFailed(prepared, code, cancellationToken);
    }

    /// <summary>Interrupts what runs when the token is cancelled. Dispose it before returning: a later operation must not be interrupted.</summary>
    public CancellationTokenRegistration InterruptBy(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static state => raw.sqlite3_interrupt((sqlite3)state!), handle)
            : default;

    /// <summary>Finalises the statements that are kept.</summary>
    public void Clear() => statements.Clear();

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
            // Somebody else's connection, where the interrupt could meet a reader of theirs, is always in a transaction here.
            if (raw.sqlite3_get_autocommit(handle) == 0)
            {
                unread.Add(problem);
            }
            else
            {
                raw.sqlite3_interrupt(handle);
                _ = prepared.Step();
            }

            throw;
        }
    }

    /// <summary>Tries again where another connection held a lock; else throws what the code means.</summary>
    private bool StepFailed(PreparedStatement prepared, int code, CancellationToken cancellationToken)
    {
        if (SqliteFailure.MayTryAgain(handle, code) && !prepared.HasRow)
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

    /// <summary>Waits for another connection's lock, in short turns: SQLite's own waiting cannot be cancelled.</summary>
    private int StepWhenUnlocked(PreparedStatement prepared, int code, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (SqliteFailure.MayTryAgain(handle, code) && !cancellationToken.IsCancellationRequested && source.MayWait(Stopwatch.GetElapsedTime(start)))
        {
            prepared.Reset();
            Thread.Sleep(1); // a connection of somebody else's may not wait by itself
            code = prepared.Step();
        }

        return code;
    }
}
