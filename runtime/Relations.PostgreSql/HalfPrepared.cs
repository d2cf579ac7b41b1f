using System.Data;
using Npgsql;

namespace Relations.PostgreSql;

/// <summary>
/// Has Npgsql forget what it was about to prepare on a connection when an error came. A statement that fails after PostgreSQL has parsed it and before it is described, Npgsql keeps as a prepared
/// one without rows (npgsql/npgsql#6391): the next run would write and then lose the connection. One that was never sent it takes for prepared, under a name that may be another's. And of one that
/// PostgreSQL refuses since a table was changed, others that are stale remain.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class HalfPrepared(NpgsqlConnection connection)
{
    private bool isLeft;

    /// <summary>Forgets the statement of a command, in a failed transaction too: in a round trip where it is prepared, else in none.</summary>
    public async ValueTask ForgetAsync(NpgsqlCommand command, Exception problem)
    {
        if (!PostgreSqlFailure.IsOfServer(problem) || IsStale(problem))
        {
            Forget(problem);
        }
        else if (connection.FullState == ConnectionState.Open && Prepares)
        {
            try
            {
                await command.UnprepareAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
            {
                // The connection is lost, and with it what was prepared.
            }
        }
    }

    /// <summary>Is to forget all statements, as it is not known which are concerned: at once where a value could not be sent, or not read, which makes no transaction fail; else when <see cref="ForgetLeft"/> is called.</summary>
    public void Forget(Exception problem)
    {
        isLeft = true;
        if (!PostgreSqlFailure.IsOfServer(problem))
        {
            ForgetLeft();
        }
    }

    /// <summary>Forgets what is left to be forgotten, in one round trip. No failed transaction may be open.</summary>
    public void ForgetLeft()
    {
        if (!isLeft || connection.State != ConnectionState.Open)
        {
            return;
        }

        isLeft = false;
        if (Prepares)
        {
            try
            {
                connection.UnprepareAll();
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
            {
                GiveUp();
            }
        }
    }

    /// <summary>Before the connection goes back to the pool: it is not used again where something is left.</summary>
    public void GiveUpLeft()
    {
        if (isLeft && Prepares)
        {
            GiveUp();
        }
    }

    /// <summary>Whether Npgsql prepares statements of itself, as it does where somebody has asked for it. On connections that are shared it can forget nothing.</summary>
    private bool Prepares => new NpgsqlConnectionStringBuilder(connection.ConnectionString) is { MaxAutoPrepare: > 0, Multiplexing: false };

    private void GiveUp() => NpgsqlConnection.ClearPool(connection);

    /// <summary>Whether PostgreSQL refuses a prepared statement since a table was changed.</summary>
    private static bool IsStale(Exception problem) => problem is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };
}
