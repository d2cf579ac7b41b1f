using Microsoft.Data.Sqlite;
using Relations.Sqlite;

namespace Relations.Interop.Tests;

/// <summary>A database file with the tables of both assemblies, in a folder of its own, which is deleted with it.</summary>
internal sealed class InteropFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relations-interop-").FullName;

    private InteropFile(string settings)
    {
        Path = System.IO.Path.Combine(folder, "library.db");
        Database = new SqliteDatabase($"{ConnectionString};{settings}");
    }

    public string Path { get; }

    public string ConnectionString => $"Data Source={Path};Pooling=False";

    public SqliteDatabase Database { get; }

    public static async Task<InteropFile> CreateAsync(string settings = "")
    {
        var file = new InteropFile(settings);
        await Models.RelationsModel.CreateSchemaAsync(file.Database);
        await RelationsModel.CreateSchemaAsync(file.Database);
        return file;
    }

    /// <summary>A connection of Microsoft.Data.Sqlite alone.</summary>
    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
