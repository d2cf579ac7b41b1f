using System.Data;
using System.Data.Common;
using System.Globalization;
using Relations.Sql;

namespace Relations.Sessions;

/// <summary>
/// One open connection with its prepared statements; a provider derives from it. It serves one operation at a time.
/// Its methods report failures as a <see cref="RelationsException"/> with the provider's own exception inside.
/// A method that takes one statement has done with it when it returns, though its task may not have ended: the same <see cref="Statement"/> is written anew for the next.
/// </summary>
public abstract class Connection
{
    private int savepoints;

    /// <summary>Whether a transaction is open.</summary>
    public abstract bool IsInTransaction { get; }

    /// <summary>Runs a statement that changes rows; returns how many.</summary>
    public abstract ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken);

    /// <summary>Runs a statement and hands every row to the sink, until there are no more or the sink has enough. Rows that the statement changes are changed wholly, however many the sink takes.</summary>
    public abstract ValueTask ReadAsync(Statement statement, RowSink sink, CancellationToken cancellationToken);

    /// <summary>Runs a statement many times, each time with other values, and hands every row to the sink, in this order.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="count">How often.</param>
    /// <param name="give">Called with the number of each time, counted from 0, before the statement's values are taken.</param>
    /// <param name="sink">Takes all rows.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual async ValueTask ReadManyAsync(Statement statement, int count, Action<int> give, RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(give);
        for (var place = 0; place < count; place++)
        {
            give(place);
            await ReadAsync(statement, sink, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends several statements at once, which see the same data: in a transaction of their own, or as the last of one that was begun for reading, which ends with them.
    /// Their rows are handed over when <see cref="ReadAsync(Statement, RowSink, CancellationToken)"/> asks for them, in this order, until what is returned is disposed of.
    /// </summary>
    public virtual ValueTask<IAsyncDisposable> ReadAheadAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The database's dialect does not say that it reads ahead.");

    /// <summary>Starts a statement whose rows are read on demand.</summary>
    public abstract ValueTask<RowCursor> OpenAsync(Statement statement, CancellationToken cancellationToken);

    /// <summary>Runs a statement and reads its rows through ADO.NET.</summary>
    public abstract ValueTask<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken);

    /// <summary>Begins a transaction.</summary>
    /// <param name="access">Whether it will write.</param>
    /// <param name="isolationLevel">The isolation level, or <see cref="IsolationLevel.Unspecified"/> for the database's own.</param>
    /// <param name="cancellationToken">Cancels waiting for it.</param>
    public abstract ValueTask BeginAsync(Access access, IsolationLevel isolationLevel, CancellationToken cancellationToken);

    /// <summary>Makes what the transaction wrote permanent.</summary>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <summary>Takes back what the transaction wrote. Does nothing where the database has ended the transaction by itself.</summary>
    public abstract ValueTask RollbackAsync();

    /// <summary>Sets a mark inside the transaction.</summary>
    protected abstract ValueTask SaveAsync(string savepoint, CancellationToken cancellationToken);

    /// <summary>Forgets the mark and keeps what was written since.</summary>
    protected abstract ValueTask ReleaseAsync(string savepoint, CancellationToken cancellationToken);

    /// <summary>Takes back what was written since the mark, and forgets it.</summary>
    protected abstract ValueTask RollbackToAsync(string savepoint);

    /// <summary>Writes a statement into a buffer that is used again, and hands its rows to the sink.</summary>
    internal ValueTask ReadAsync<TState>(SqlDialect dialect, TState state, Action<SqlWriter, TState> write, RowSink sink, CancellationToken cancellationToken)
    {
        var sql = SqlWriter.Rent(dialect);
        write(sql, state);
        var reading = ReadAsync(sql.Statement, sink, cancellationToken);
        sql.Return();
        return reading;
    }

    /// <summary>Writes a statement into a buffer that is used again, and runs it; returns how many rows it changed.</summary>
    internal ValueTask<int> ExecuteAsync<TState>(SqlDialect dialect, TState state, Action<SqlWriter, TState> write, CancellationToken cancellationToken)
    {
        var sql = SqlWriter.Rent(dialect);
        write(sql, state);
        var running = ExecuteAsync(sql.Statement, cancellationToken);
        sql.Return();
        return running;
    }

    /// <summary>Runs the body so that all it writes takes effect or nothing: in a transaction, or between savepoints inside one.</summary>
    internal async ValueTask<TResult> RunAtomicallyAsync<TState, TResult>(Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken)
    {
        if (!IsInTransaction)
        {
            await BeginAsync(access, IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await body(this, state, cancellationToken).ConfigureAwait(false);
                await CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch
            {
                await RollbackAsync().ConfigureAwait(false);
                throw;
            }
        }

        if ((access & Access.Write) == 0)
        {
            return await body(this, state, cancellationToken).ConfigureAwait(false);
        }

        await SaveAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await body(this, state, cancellationToken).ConfigureAwait(false);
            await ReleaseAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch
        {
            await RollbackToSavepointAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sets a savepoint inside the last one.</summary>
    internal async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(Savepoint(savepoints + 1), cancellationToken).ConfigureAwait(false);
        savepoints++;
    }

    /// <summary>Keeps what was written since the last savepoint, and forgets it.</summary>
    internal async ValueTask ReleaseAsync(CancellationToken cancellationToken)
    {
        await ReleaseAsync(Savepoint(savepoints), cancellationToken).ConfigureAwait(false);
        savepoints--;
    }

    /// <summary>Takes back what was written since the last savepoint, and forgets it.</summary>
    internal ValueTask RollbackToSavepointAsync() => RollbackToAsync(Savepoint(savepoints--));

    /// <summary>The transaction has ended, and its savepoints with it.</summary>
    internal void ForgetSavepoints() => savepoints = 0;

    private static string Savepoint(int level) => string.Create(CultureInfo.InvariantCulture, $"relations_{level}");
}
