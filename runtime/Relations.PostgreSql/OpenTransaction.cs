using System.Data;
using Npgsql;
using Relations.Sessions;

namespace Relations.PostgreSql;

/// <summary>The transaction that is open on a connection, if any, and whether it has failed: PostgreSQL takes no more statements in it then, and commits nothing.</summary>
/// <param name="connection">The connection.</param>
/// <param name="open">Somebody else's transaction that is open on it.</param>
internal sealed class OpenTransaction(NpgsqlConnection connection, NpgsqlTransaction? open)
{
    private NpgsqlTransaction? open = open;
    private Exception? failure;

    /// <summary>Whether there is one.</summary>
    public bool IsThere => open is not null;

    /// <summary>Whether a statement in it has failed, and no savepoint was gone back to since.</summary>
    public bool HasFailed => failure is not null;

    /// <summary>Whether a statement of the user's own has ended it: what followed would be written at once and for good. Npgsql tells by an error alone.</summary>
    public bool HasEnded
    {
        get
        {
            try
            {
                _ = open?.IsolationLevel;
                return false;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    /// <summary>Whether it went with the connection.</summary>
    public bool IsLost => HasFailed && connection.State != ConnectionState.Open;

    public async ValueTask BeginAsync(IsolationLevel level, CancellationToken cancellationToken) =>
        open = await connection.BeginTransactionAsync(level, cancellationToken).ConfigureAwait(false);

    /// <summary>Remembers the error of a statement, after which nothing of the transaction can be kept.</summary>
    public void Fail(Exception problem)
    {
        // What was cancelled before it was sent leaves the transaction as it was; what the server cancelled has PostgreSQL's own error inside.
        if (IsThere && (problem is not OperationCanceledException { InnerException: null } || connection.State != ConnectionState.Open))
        {
            failure ??= problem;
        }
    }

    /// <summary>Asks the server, after a statement that failed there, whether it goes on: it does when SQL of the user's own has gone back to a savepoint.</summary>
    public async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        if (!HasFailedOnServer || connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            await RunAsync("SELECT 1", cancellationToken).ConfigureAwait(false);
            failure = null;
        }
        catch (PostgresException)
        {
            // It takes no more statements.
        }
    }

    /// <summary>Refuses to commit what PostgreSQL, after an error of its own, would take back and call a success.</summary>
    /// <exception cref="RelationsException">A statement has failed.</exception>
    public void RefuseFailed()
    {
        if (failure is null)
        {
            return;
        }

        var reason = HasFailedOnServer
            ? "An earlier statement in the transaction failed, so that PostgreSQL cannot commit it"
            : "A value of an earlier statement in the transaction could not be sent or read, so that it may lack a part and is not committed";
        throw new RelationsException($"{reason}: nothing was written. Dispose of it and begin a new one. To go on after an error, run what may fail in a nested transaction: transaction.BeginTransactionAsync().", failure);
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await open!.CommitAsync(cancellationToken).ConfigureAwait(false);
        open = null;
    }

    /// <summary>Leaves the transaction to be ended by whoever has it then; null where there is none.</summary>
    public NpgsqlTransaction? Take()
    {
        var taken = open;
        (open, failure) = (null, null);
        return taken;
    }

    /// <summary>Sets a savepoint. Npgsql sends it with the statement that follows, and gives the connection up where it fails: after a failed statement, it is sent alone.</summary>
    public async ValueTask SaveAsync(string savepoint, CancellationToken cancellationToken)
    {
        if (HasFailed)
        {
            await RunAsync("SAVEPOINT " + savepoint, cancellationToken).ConfigureAwait(false);
            failure = HasFailedOnServer ? null : failure; // whoever began the transaction has gone back to a savepoint of their own
        }
        else
        {
            await open!.SaveAsync(savepoint, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask ReleaseAsync(string savepoint, CancellationToken cancellationToken) => await open!.ReleaseAsync(savepoint, cancellationToken).ConfigureAwait(false);

    /// <summary>Takes back what was written since a savepoint, and forgets it. Where the connection breaks, the whole transaction is taken back.</summary>
    public async ValueTask RollbackToAsync(string savepoint)
    {
        try
        {
            await open!.RollbackAsync(savepoint, CancellationToken.None).ConfigureAwait(false);
            await open.ReleaseAsync(savepoint, CancellationToken.None).ConfigureAwait(false);
            failure = null;
        }
        catch (NpgsqlException problem)
        {
            failure = problem;
        }
    }

    /// <summary>Whether the server has refused a statement, after which it takes no more; else a value could not be sent or read, of which it knows nothing.</summary>
    private bool HasFailedOnServer => failure is NpgsqlException or OperationCanceledException;

    private async ValueTask RunAsync(string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, connection, open);
        await using var disposal = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
