using System.Globalization;
using Microsoft.Data.Sqlite;
using Relations.Sqlite;

namespace Relations.Tests.Harness;

/// <summary>SQLite files in a temporary folder.</summary>
internal sealed class SqliteServer : TestServer
{
    // The tables are created once and then copied.
    private static readonly Lazy<Task<byte[]>> Template = new(CreateTemplateAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("relations-").FullName;
    private int files;

    public override async ValueTask<TestDatabase> OpenAsync()
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref files)}.db"));
        await File.WriteAllBytesAsync(path, await Template.Value);
        return new SqliteTestDatabase(path);
    }

    public override void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<byte[]> CreateTemplateAsync()
    {
        var temporary = Directory.CreateTempSubdirectory("relations-");
        try
        {
            var path = Path.Combine(temporary.FullName, "template.db");
            await using (var database = new SqliteDatabase($"Data Source={path}"))
            {
                await RelationsModel.CreateSchemaAsync(database);
            }

            return await File.ReadAllBytesAsync(path);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private sealed class SqliteTestDatabase(string path) : TestDatabase(new SqliteDatabase($"Data Source={path}"))
    {
        private readonly List<Database> others = [];

        public override Database Reopen(string setting = "")
        {
            var other = new SqliteDatabase($"Data Source={path};{setting}");
            others.Add(other);
            return other;
        }

        public override void RunUnchecked(string script, string? undo = null)
        {
            using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA foreign_keys = OFF; {script}";
            command.ExecuteNonQuery();
        }

        public override ValueTask<List<string>> ExplainAsync(string sql) =>
            Database.QueryAsync(Sql.Of($"EXPLAIN QUERY PLAN {Parameters().Replace(sql, "NULL")}"), static reader => reader.GetString(3));

        public override async ValueTask DisposeAsync()
        {
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }

            await Database.DisposeAsync();
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
            {
                File.Delete(file);
            }
        }
    }
}
