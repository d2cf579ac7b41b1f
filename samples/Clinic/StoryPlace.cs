using Npgsql;
using Relations;
using Relations.PostgreSql;
using Relations.Sqlite;

namespace Clinic;

/// <summary>An empty database for the story, of which nothing is left in the end.</summary>
internal sealed class StoryPlace : IAsyncDisposable
{
    private readonly Func<Task> remove;

    private StoryPlace(Database database, Func<Task> remove)
    {
        Database = database;
        this.remove = remove;
    }

    public Database Database { get; }

    /// <summary>A file in a temporary folder.</summary>
    public static StoryPlace OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-");
        return new(new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "clinic.db")}"), () =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>A schema of its own in a PostgreSQL database.</summary>
    public static async Task<StoryPlace> OnPostgreSqlAsync(string connectionString)
    {
        var schema = $"clinic_{Guid.NewGuid():N}";
        await RunAsync(connectionString, $"CREATE SCHEMA {schema}");
        return new(new PostgreSqlDatabase(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ToString()), () => RunAsync(connectionString, $"DROP SCHEMA {schema} CASCADE"));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await remove();
    }

    private static async Task RunAsync(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
