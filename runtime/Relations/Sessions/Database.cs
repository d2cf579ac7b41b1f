using System.Data;
using System.Data.Common;
using Relations.Sessions;

namespace Relations;

/// <summary>A database: each operation runs on a connection of its pool. Safe for use by many threads at once.</summary>
public abstract class Database : Session, IAsyncDisposable
{
    /// <summary>Called before a statement is run, with its text; also for the statements of transactions. An exception thrown here fails the operation. For logging and tests.</summary>
    public event Action<StatementEvent>? StatementExecuting;

    /// <summary>Begins a transaction that may write.</summary>
    public ValueTask<Transaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => BeginTransactionAsync(IsolationLevel.Unspecified, cancellationToken);

    /// <summary>Begins a transaction that may write.</summary>
    /// <param name="isolationLevel">How far it is kept from others; <see cref="IsolationLevel.Unspecified"/> for the database's own.</param>
    /// <param name="cancellationToken">Cancels waiting for it.</param>
    public async ValueTask<Transaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default)
    {
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

    /// <summary>A session on a connection that somebody else has opened, such as EF Core or Dapper. The caller keeps it open, and ends its transaction.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="transaction">The transaction that is open on it, if any.</param>
    public abstract Session Attach(DbConnection connection, DbTransaction? transaction = null);

    /// <summary>Closes the pool's connections.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Whether a connection can stay with a reader while others work: the pool has more than one.</summary>
    protected abstract bool HasManyConnections { get; }

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

    internal sealed override ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken) => RentConnectionAsync(access, cancellationToken);

    internal sealed override void Return(Connection connection) => ReturnConnection(connection);
}
