using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Relations.Sqlite;

/// <summary>What a connection string says about the database.</summary>
internal sealed class SqliteSource
{
    /// <summary>How long SQLite waits for a lock before it returns, in milliseconds.</summary>
    private const int LockTurn = 50;

    private readonly string connectionString;
    private readonly bool hasForeignKeys;

    public SqliteSource(string connectionString)
    {
        // Pooling is ours: a connection of Microsoft.Data.Sqlite's pool would come without our statements and functions.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        this.connectionString = builder.ToString();
        hasForeignKeys = builder.ForeignKeys ?? true;
        Name = builder.DataSource;
        IsReadOnly = builder.Mode == SqliteOpenMode.ReadOnly || HasSetting(Name, "mode=ro");
        IsPrivate = builder.Mode == SqliteOpenMode.Memory || Name is "" or ":memory:" || Name.StartsWith("file::memory:", StringComparison.Ordinal) || HasSetting(Name, "mode=memory");
        Timeout = builder.DefaultTimeout > 0 ? TimeSpan.FromSeconds(builder.DefaultTimeout) : System.Threading.Timeout.InfiniteTimeSpan;
    }

    /// <summary>The file, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether only one connection can see the database: it is in memory, or a temporary file.</summary>
    public bool IsPrivate { get; }

    /// <summary>Whether the file must not be changed.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the file has a write-ahead log, so that reading and writing do not wait for each other. Known when the first connection is open.</summary>
    public bool HasWriteAheadLog { get; private set; }

    /// <summary>How long to wait for a lock. Microsoft.Data.Sqlite's 0 means for ever.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The waiting time in words.</summary>
    public string TimeoutText => Timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + (Timeout.TotalSeconds == 1 ? " second" : " seconds");

    /// <summary>Whether to wait on for a lock.</summary>
    public bool MayWait(TimeSpan waited) => Timeout < TimeSpan.Zero || waited < Timeout;

    /// <summary>Opens a connection and sets it up.</summary>
    /// <param name="mayWrite">Whether it may write; otherwise it refuses to.</param>
    public SqliteConnection Open(bool mayWrite)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite waits a turn, and is asked again until the timeout has passed: its own waiting cannot be cancelled.
            _ = SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, LockTurn);
            _ = Run(connection, hasForeignKeys ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");
            if (mayWrite && !IsPrivate && !IsReadOnly)
            {
                HasWriteAheadLog = Run(connection, "PRAGMA journal_mode = WAL") is "wal";
            }

            // In WAL mode a power failure can then lose the last transactions, but never damage the file (sqlite.org/pragma.html#pragma_synchronous).
            _ = Run(connection, "PRAGMA synchronous = NORMAL");
            if (!mayWrite)
            {
                _ = Run(connection, "PRAGMA query_only = ON");
            }

            SqliteFunctions.Register(connection.Handle!);
            return connection;
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw SqliteFailure.Translate(problem, this);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static object? Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar();
    }

    private static bool HasSetting(string name, string setting) =>
        name.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && name.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start
        && name[(start + 1)..].Split('&').Contains(setting, StringComparer.Ordinal);
}
