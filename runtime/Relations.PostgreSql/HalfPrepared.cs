using System.Data;
using Npgsql;

namespace Relations.PostgreSql;

/// <summary>
/// Has Npgsql forget what it was about to prepare when an error came. A statement that fails after PostgreSQL has parsed it and before it is described, Npgsql keeps as a prepared one without rows
/// (npgsql/npgsql#6391): the next run would write and then lose the connection. One that was never sent it takes for prepared, under a name that may be another's. And of one that PostgreSQL
/// refuses since a table was changed, others that are stale remain.
/// </summary>
internal static class HalfPrepared
{
    /// <summary>Forgets a command's statement, in a failed transaction too. Costs a round trip where it is prepared; else nothing.</summary>
    public static async ValueTask ForgetAsync(NpgsqlCommand command)
    {
        if (command.Connection is not { FullState: ConnectionState.Open } connection || !Prepares(connection))
        {
            return;
        }

        try
        {
            await command.UnprepareAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            // The connection is lost, and with it what was prepared.
        }
    }

    /// <summary>Forgets all statements of a connection, in one round trip; in a failed transaction, the connection is given up when it comes back to the pool.</summary>
    public static void ForgetAll(NpgsqlConnection connection)
    {
        if (!Prepares(connection))
        {
            return;
        }

        try
        {
            connection.UnprepareAll();
        }
        catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
        {
            NpgsqlConnection.ClearPool(connection);
        }
    }

    /// <summary>Whether Npgsql prepares statements of itself, as it does where somebody has asked for it.</summary>
    private static bool Prepares(NpgsqlConnection connection) => new NpgsqlConnectionStringBuilder(connection.ConnectionString) is { MaxAutoPrepare: > 0, Multiplexing: false };

    /// <summary>Whether PostgreSQL refuses a prepared statement since a table was changed.</summary>
    public static bool IsStale(Exception problem) => problem is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };
}
