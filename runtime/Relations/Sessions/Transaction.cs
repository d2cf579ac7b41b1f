using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>A transaction: what runs in it takes effect when it is committed, or not at all. Operations started at the same time run one after the other.</summary>
public sealed class Transaction : Session, IAsyncDisposable
{
    private readonly Database database;
    private readonly SemaphoreSlim turn = new(1, 1);
    private Connection? connection;

    internal Transaction(Database database, Connection connection)
    {
        this.database = database;
        this.connection = connection;
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => database.Dialect;

    /// <summary>Makes what was written permanent.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rented = await RentAsync(Access.Write, cancellationToken).ConfigureAwait(false);
        try
        {
            await rented.CommitAsync(cancellationToken).ConfigureAwait(false);
            End();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes back what was written.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        var rented = await RentAsync(Access.Write, cancellationToken).ConfigureAwait(false);
        try
        {
            await rented.RollbackAsync().ConfigureAwait(false);
            End();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes back what was written, unless the transaction was committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (connection is not null)
            {
                await connection.RollbackAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            End();
            turn.Release();
        }
    }

    internal override async ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (connection is { } open)
        {
            return open;
        }

        turn.Release();
        throw new InvalidOperationException("The transaction has ended; begin a new one.");
    }

    internal override void Return(Connection connection) => turn.Release();

    private void End()
    {
        if (connection is { } open)
        {
            connection = null;
            database.ReturnConnection(open);
        }
    }
}
