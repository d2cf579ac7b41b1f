using System.Data;
using System.Data.Common;
using Relations.Sessions;

namespace Relations;

/// <summary>A database: each operation runs on a connection of its pool. Safe for use by many threads at once.</summary>
public abstract class Database : Session, IAsyncDisposable
{
    private const int MostRetries = 5;

    private Session? primary;

    /// <inheritdoc/>
    public sealed override Session Primary => HasReplicas ? primary ??= new PrimarySession(this) : this;

    /// <summary>Called before a statement is run, with its text; also for the statements of transactions. An exception thrown here fails the operation. For logging and tests.</summary>
    public event Action<StatementEvent>? StatementExecuting;

    /// <summary>Begins a transaction that may write.</summary>
    public ValueTask<Transaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => BeginTransactionAsync(IsolationLevel.Unspecified, cancellationToken);

    /// <summary>Begins a transaction that may write.</summary>
    /// <param name="isolationLevel">How far it is kept from others; <see cref="IsolationLevel.Unspecified"/> for the database's own.</param>
    /// <param name="cancellationToken">Cancels waiting for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="IsolationLevel.Chaos"/>, which no database has, or none of the levels.</exception>
    public async ValueTask<Transaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default)
    {
        if (isolationLevel == IsolationLevel.Chaos || !Enum.IsDefined(isolationLevel))
        {
            throw new ArgumentOutOfRangeException(nameof(isolationLevel), isolationLevel, "No database has this isolation level; use one from ReadUncommitted to Serializable, or Unspecified for the database's own.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var connection = await RentConnectionAsync(Access.Write | Access.Atomic, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.BeginAsync(Access.Write | Access.Atomic, isolationLevel, cancellationToken).ConfigureAwait(false);
            return new Transaction(this, connection);
        }
        catch
        {
            ReturnConnection(connection);
            throw;
        }
    }

    /// <summary>
    /// Runs the body in a transaction and commits it; where the database took it back because it met another one (a deadlock, a serialization failure), runs it again,
    /// after a short wait of random length. Any other error rolls back and is thrown.
    /// </summary>
    /// <param name="body">What is done in the transaction, by <c>repository.In(transaction)</c>. It may run several times, so that what it does elsewhere must bear that. It leaves committing to this method.</param>
    /// <param name="retries">How often it may run again. When that is used up, the last error is thrown.</param>
    /// <param name="isolationLevel">How far the transaction is kept from others; <see cref="IsolationLevel.Unspecified"/> for the database's own.</param>
    /// <param name="cancellationToken">Cancels waiting: for the transaction, its commit, and the next run. Inside the body, use it yourself.</param>
    /// <exception cref="TransactionConflictException">The last run met another transaction, too.</exception>
    /// <exception cref="InvalidOperationException">The body has ended the transaction itself.</exception>
    public async ValueTask TransactAsync(Func<Transaction, ValueTask> body, int retries = MostRetries, IsolationLevel isolationLevel = IsolationLevel.Unspecified, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        await TransactAsync(
            async transaction =>
            {
                await body(transaction).ConfigureAwait(false);
                return true;
            },
            retries,
            isolationLevel,
            cancellationToken).ConfigureAwait(false);
    }

    /// <returns>What the run of the body returned that was committed.</returns>
    /// <inheritdoc cref="TransactAsync(Func{Transaction, ValueTask}, int, IsolationLevel, CancellationToken)"/>
    public async ValueTask<TResult> TransactAsync<TResult>(Func<Transaction, ValueTask<TResult>> body, int retries = MostRetries, IsolationLevel isolationLevel = IsolationLevel.Unspecified, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        for (var runs = 1; ; runs++)
        {
            try
            {
                var transaction = await BeginTransactionAsync(isolationLevel, cancellationToken).ConfigureAwait(false);
                await using var ending = transaction.ConfigureAwait(false);
                var result = await body(transaction).ConfigureAwait(false);
                if (transaction.HasEnded)
                {
                    throw new InvalidOperationException("The body has ended the transaction itself, and what it committed is kept. TransactAsync commits when the body returns, and rolls back when it throws; leave that to it.");
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (TransactionConflictException) when (runs <= retries)
            {
                // It has been taken back as a whole.
            }

            await Backoff.WaitAsync(runs, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A session on a connection that somebody else has opened, such as EF Core or Dapper. The caller keeps it open, and ends its transaction.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="transaction">The transaction that is open on it, if any.</param>
    public abstract Session Attach(DbConnection connection, DbTransaction? transaction = null);

    /// <summary>Closes the pool's connections.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Whether a connection can stay with a reader while others work: the pool has more than one.</summary>
    protected abstract bool HasManyConnections { get; }

    /// <summary>Whether readings may run on copies of the database that lag behind it.</summary>
    protected virtual bool HasReplicas => false;

    /// <summary>Whether a reading that failed is to run once more, on the primary, because it ran on a replica: one that is gone, is too far behind, or could not keep the rows.</summary>
    /// <param name="connection">Where it ran.</param>
    /// <param name="problem">Its error.</param>
    protected virtual bool MayRunOnPrimary(Connection connection, RelationsException problem) => false;

    internal sealed override bool CanStream => HasManyConnections;

    /// <summary>Takes a connection from the pool, waiting until one is free.</summary>
    /// <exception cref="DatabaseLockedException">None became free in time.</exception>
    protected internal abstract ValueTask<Connection> RentConnectionAsync(Access access, CancellationToken cancellationToken);

    /// <summary>Gives a connection back. A transaction that is still open is rolled back.</summary>
    protected internal abstract void ReturnConnection(Connection connection);

    /// <summary>Tells that a statement is about to run; a provider's connection calls it for each.</summary>
    protected internal void OnStatementExecuting(ReadOnlySpan<char> sql, StatementKind kind)
    {
        if (StatementExecuting is { } handler)
        {
            handler(new StatementEvent(sql.ToString(), kind));
        }
    }

    internal sealed override bool MayRunAgain(Connection connection, RelationsException problem, int runs) =>
        problem is TransactionConflictException ? runs <= MostRetries : MayRunOnPrimary(connection, problem);

    internal sealed override ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken) => RentConnectionAsync(access, cancellationToken);

    internal sealed override void Return(Connection connection) => ReturnConnection(connection);
}
