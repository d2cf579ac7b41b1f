using Microsoft.Data.Sqlite;

namespace Relations.Sqlite.Tests;

/// <summary>A database file in a folder of its own, which is deleted with it.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relations-sqlite-").FullName;

    public SqliteFile(string settings = "", bool usesFunctionPointers = true)
    {
        Path = System.IO.Path.Combine(folder, "test.db");
        ConnectionString = $"Data Source={Path};{settings}";
        Database = new SqliteDatabase(ConnectionString) { UsesFunctionPointers = usesFunctionPointers };
    }

    public string Path { get; }

    public string ConnectionString { get; }

    public SqliteDatabase Database { get; }

    /// <summary>Another connection to the file, of Microsoft.Data.Sqlite alone.</summary>
    public SqliteConnection OpenOther(string settings = "")
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;{settings}");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
