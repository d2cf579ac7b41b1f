using System.Data.Common;
using Microsoft.Data.Sqlite;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Reads rows through ADO.NET, for queries whose rows a user reads.</summary>
internal static class CommandReading
{
    public static List<T> Read<T>(SqliteConnection connection, Statement statement, Func<DbDataReader, T> read, SqliteSource source, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement.ToString();
        var binder = new CommandBinder(command.Parameters);
        statement.Bind(ref binder);
        // Microsoft.Data.Sqlite waits for a lock by itself, and asks each time how long it may: a second is the least that it takes for an answer.
        using var ending = cancellationToken.UnsafeRegister(static command => ((SqliteCommand)command!).CommandTimeout = 1, command);
        try
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            // The statements of a script that follow run when the reader goes on to their results.
            while (reader.NextResult())
            {
            }

            return rows;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is raw.SQLITE_INTERRUPT or raw.SQLITE_BUSY && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled.", problem, cancellationToken);
        }
        catch (SqliteException problem)
        {
            throw SqliteFailure.Translate(problem, source);
        }
    }
}
