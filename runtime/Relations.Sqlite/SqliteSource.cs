using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Relations.Sqlite;

/// <summary>What a connection string says about the database.</summary>
internal sealed class SqliteSource
{
    /// <summary>How long SQLite waits for a lock before it returns, in milliseconds.</summary>
    private const int LockTurn = 50;

    private const string DataDirectory = "|DataDirectory|";

    private readonly string laterConnectionString;
    private readonly bool hasForeignKeys;
    private string connectionString;

    public SqliteSource(string connectionString)
    {
        // Pooling is ours: a connection of Microsoft.Data.Sqlite's pool would come without our statements and functions.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        var isPath = IsPath(builder);
        if (isPath)
        {
            builder.DataSource = FullPath(builder.DataSource);
        }

        Name = builder.DataSource;
        IsReadOnly = builder.Mode == SqliteOpenMode.ReadOnly || HasSetting(Name, "mode=ro") || HasSetting(Name, "immutable=1");
        IsPrivate = builder.Mode == SqliteOpenMode.Memory || Name is "" or ":memory:" || Name.StartsWith("file::memory:", StringComparison.Ordinal) || HasSetting(Name, "mode=memory");
        if (!IsPrivate)
        {
            builder.Cache = SqliteCacheMode.Private; // in a shared one, who reads a table meets the lock of a transaction that writes it, and fails at once
        }

        this.connectionString = builder.ToString();
        if (isPath && builder.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            builder.Mode = SqliteOpenMode.ReadWrite; // where somebody deletes the file, the next connection would make it anew, empty
        }

        laterConnectionString = builder.ToString();
        hasForeignKeys = builder.ForeignKeys ?? true;
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
            connectionString = laterConnectionString;
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

    /// <summary>Whether the data source is the path of a file: no database in memory, no URI, and nothing that a VFS of somebody's own makes something of.</summary>
    private static bool IsPath(SqliteConnectionStringBuilder builder) =>
        builder.Mode != SqliteOpenMode.Memory && string.IsNullOrWhiteSpace(builder.Vfs)
        && builder.DataSource.Length > 0 && !builder.DataSource.Equals(":memory:", StringComparison.OrdinalIgnoreCase) && !IsUri(builder.DataSource);

    /// <summary>The path that Microsoft.Data.Sqlite would open now; it looks anew for each connection, which could then meet another file.</summary>
    private static string FullPath(string path)
    {
        if (AppContext.GetData("DataDirectory") is string { Length: > 0 } directory)
        {
            path = Path.Combine(directory, path.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase) ? path[DataDirectory.Length..] : path);
        }

        return Path.GetFullPath(path);
    }

    private static bool IsUri(string name) => name.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private static bool HasSetting(string name, string setting) =>
        IsUri(name) && name.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start
        && name[(start + 1)..].Split('&').Contains(setting, StringComparer.Ordinal);
}
