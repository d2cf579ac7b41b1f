using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>A transaction: what runs in it takes effect when it is committed, or not at all. Operations started at the same time run one after the other.</summary>
public sealed class Transaction : Session, IAsyncDisposable
{
    private readonly Database database;
    private readonly Transaction? outer;
    private readonly Turn turn;
    private Transaction? nested;
    private Connection? connection;

    internal Transaction(Database database, Connection connection)
    {
        this.database = database;
        this.connection = connection;
        turn = new();
    }

    private Transaction(Transaction outer, Connection connection)
    {
        this.outer = outer;
        this.connection = connection;
        (database, turn) = (outer.database, outer.turn);
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => database.Dialect;

    /// <summary>
    /// Begins a transaction inside this one, at a savepoint. Rolled back, it takes back what was written in it and nothing else, also after a statement has failed;
    /// committed, it takes effect with this one. Until it ends, statements run in it and not in this one.
    /// </summary>
    /// <exception cref="InvalidOperationException">The transaction has ended, or another one is open inside it.</exception>
    public async ValueTask<Transaction> BeginTransactionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var open = await RentAsync(Access.Write, cancellationToken).ConfigureAwait(false);
        try
        {
            await open.SaveAsync(cancellationToken).ConfigureAwait(false);
            return nested = new Transaction(this, open);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes what was written permanent; of a nested transaction, a part of the one around it.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended, or another one is open inside it.</exception>
    public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var open = await RentAsync(Access.Write, cancellationToken).ConfigureAwait(false);
        try
        {
            await (outer is null ? open.CommitAsync(cancellationToken) : open.ReleaseAsync(cancellationToken)).ConfigureAwait(false);
            End();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes back what was written, and ends the transactions inside.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    public async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        var open = await TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RollbackAsync(open).ConfigureAwait(false);
        }
        finally
        {
            End(); // disposing of it would take back what an outer transaction wrote
            turn.Release();
        }
    }

    /// <summary>Takes back what was written, unless the transaction was committed. A transaction that is still open inside ends too.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.TakeAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (connection is { } open)
            {
                await RollbackAsync(open).ConfigureAwait(false);
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
        var open = await TakeAsync(cancellationToken).ConfigureAwait(false);
        if (nested is null)
        {
            return open;
        }

        turn.Release();
        throw new InvalidOperationException("Another transaction is open inside this one; use that, or end it first.");
    }

    internal bool HasEnded => connection is null;

    internal override void Return(Connection connection) => turn.Release();

    internal override void CallUser() => turn.CallUser();

    private async ValueTask<Connection> TakeAsync(CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (connection is { } open)
        {
            return open;
        }

        turn.Release();
        throw new InvalidOperationException("The transaction has ended; begin a new one.");
    }

    private async ValueTask RollbackAsync(Connection open)
    {
        if (outer is null)
        {
            await open.RollbackAsync().ConfigureAwait(false);
            return;
        }

        if (nested is not null)
        {
            await nested.RollbackAsync(open).ConfigureAwait(false);
            nested.End();
        }

        await open.RollbackToSavepointAsync().ConfigureAwait(false);
    }

    private void End()
    {
        if (connection is not { } open)
        {
            return;
        }

        nested?.End();
        connection = null;
        if (outer is not null)
        {
            outer.nested = null;
            return;
        }

        open.ForgetSavepoints();
        database.ReturnConnection(open);
    }
}
