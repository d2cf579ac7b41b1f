namespace Relations.Sqlite.Tests;

/// <summary>Which file a connection string means, and for how long.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class DataSourceTests(bool usesFunctionPointers)
{
    private string folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("relations-sqlite-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "other"));
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("own.db", null, "own.db")]
    [TestCase("Data Source=other/own.db;Mode=ReadWriteCreate", null, "other/own.db")]
    [TestCase("|DataDirectory|own.db", "other", "other/own.db")]
    [TestCase("Data Source=own.db", "other", "other/own.db")]
    [TestCase("|datadirectory|own.db", "", "|datadirectory|own.db")]
    public async Task A_relative_path_means_one_file_wherever_the_program_goes(string connectionString, string? dataDirectory, string expected)
    {
        var current = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            AppContext.SetData("DataDirectory", dataDirectory);
            await using var database = new SqliteDatabase(connectionString) { UsesFunctionPointers = usesFunctionPointers };
            Environment.CurrentDirectory = Path.Combine(folder, "other");
            AppContext.SetData("DataDirectory", "nowhere");
            await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
            Environment.CurrentDirectory = current;

            Assert.That(await database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
            Assert.That(File.Exists(Path.Combine(folder, expected)), Is.True);
        }
        finally
        {
            Environment.CurrentDirectory = current;
            AppContext.SetData("DataDirectory", null);
        }
    }

    [Test]
    public async Task A_file_that_was_deleted_is_not_made_anew()
    {
        var path = Path.Combine(folder, "own.db");
        await using (var database = new SqliteDatabase(path) { UsesFunctionPointers = usesFunctionPointers })
        {
            await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
            Array.ForEach(Directory.GetFiles(folder), File.Delete);

            Assert.That(async () => await database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Throws.TypeOf<RelationsException>().With.Message.Contains("deleted"));
            Assert.That(File.Exists(path), Is.False);
        }

        await using var again = new SqliteDatabase(path) { UsesFunctionPointers = usesFunctionPointers };
        await again.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
    }

    [Test]
    public async Task A_file_that_could_not_be_made_is_made_later()
    {
        var path = Path.Combine(folder, "late", "own.db");
        await using var database = new SqliteDatabase(path) { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(async () => await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)"), Throws.TypeOf<RelationsException>());

        Directory.CreateDirectory(Path.Combine(folder, "late"));
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
    }

    [Test]
    public async Task A_shared_cache_keeps_nobody_from_reading_beside_a_transaction()
    {
        await using var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "own.db")};Cache=Shared") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using var transaction = await database.BeginTransactionAsync();
        await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");

        Assert.That(await database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task A_lock_inside_of_a_shared_cache_is_told_as_such()
    {
        await using var first = new SqliteDatabase("Data Source=told;Mode=Memory;Cache=Shared") { UsesFunctionPointers = usesFunctionPointers };
        await using var second = new SqliteDatabase("Data Source=told;Mode=Memory;Cache=Shared") { UsesFunctionPointers = usesFunctionPointers };
        await first.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using var transaction = await first.BeginTransactionAsync();
        await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");

        Assert.That(async () => await second.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains("same cache"));
    }
}
