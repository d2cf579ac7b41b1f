using System.Data;
using Npgsql;

namespace Relations.PostgreSql;

/// <summary>
/// Has Npgsql forget statements that failed. One that fails when it is about to be prepared, after PostgreSQL has parsed it and before it is described, Npgsql keeps as a prepared one without
/// rows (npgsql/npgsql#6391): the next run would write and then lose the connection. So it is with values that only the server refuses, such as a NUL in a text.
/// </summary>
internal static class HalfPrepared
{
    /// <summary>Forgets a command's statement after an error. Costs a round trip where it is prepared; else nothing.</summary>
    public static async ValueTask ForgetAsync(NpgsqlCommand command, Exception problem)
    {
        if (!IsOfRunning(problem) && command.Connection is { FullState: ConnectionState.Open })
        {
            await UnprepareAsync(command).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Forgets the statements of a batch after an error of the server's, which has made the transaction around it fail. A batch cannot forget its statements, but a command can: it finds them
    /// when it is run, and in a failed transaction nothing runs.
    /// </summary>
    public static async ValueTask ForgetAsync(NpgsqlConnection connection, NpgsqlBatch batch, Exception problem)
    {
        if ((problem as PostgresException ?? problem.InnerException) is not PostgresException || IsOfRunning(problem))
        {
            return;
        }

        IEnumerable<NpgsqlBatchCommand> commands = batch.BatchCommands;
        foreach (var sent in commands.Where(static command => command.Parameters.Count > 0).DistinctBy(static command => command.CommandText, StringComparer.Ordinal))
        {
            if (connection.FullState != ConnectionState.Open)
            {
                return;
            }

            var command = new NpgsqlCommand(sent.CommandText, connection);
            await using var disposal = command.ConfigureAwait(false);
            foreach (NpgsqlParameter parameter in sent.Parameters)
            {
                command.Parameters.Add(parameter.Clone());
            }

            try
            {
                await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                await UnprepareAsync(command).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask UnprepareAsync(NpgsqlCommand command)
    {
        try
        {
            await command.UnprepareAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException or NotSupportedException)
        {
            // The connection is lost, and with it what was prepared; or it is one of many that share one, which can forget nothing.
        }
    }

    /// <summary>Whether the statement ran when it failed, so that it had been described. A domain's checks can fail earlier, when its value is bound.</summary>
    private static bool IsOfRunning(Exception problem) => problem is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.ExclusionViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };
}
