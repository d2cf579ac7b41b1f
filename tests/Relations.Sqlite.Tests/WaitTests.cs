using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Relations.Sqlite.Tests;

/// <summary>Waiting for another connection's lock: as long as it may help, and no longer than the caller wants.</summary>
[TestFixture]
public sealed class WaitTests
{
    private const int Long = 60;

    private static readonly TestCaseData[] Writings =
    [
        Case("begin", static async (database, cancel) => await (await database.BeginTransactionAsync(cancel)).DisposeAsync()),
        Case("transact", static async (database, cancel) => await database.TransactAsync(static _ => default, cancellationToken: cancel)),
        Case("execute", static async (database, cancel) => await database.ExecuteAsync($"INSERT INTO own VALUES (1)", cancel)),
        Case("query", static async (database, cancel) => await database.QueryAsync($"INSERT INTO own VALUES (1) RETURNING value", static row => row.GetInt32(0), cancel)),
    ];

    [TestCaseSource(nameof(Writings))]
    public async Task Is_cancelled(Func<SqliteDatabase, CancellationToken, Task> write)
    {
        await using var file = new SqliteFile($"Default Timeout={Long}");
        await file.Database.ExecuteAsync($"CREATE TABLE own (value INTEGER)");
        using var other = file.OpenOther();
        using var holding = other.BeginTransaction(deferred: false);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var start = Stopwatch.GetTimestamp();

        Assert.That(async () => await write(file.Database, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(Long / 2.0)));
        await holding.RollbackAsync();
        Assert.That(await file.Database.ExecuteAsync($"INSERT INTO own VALUES (2)"), Is.EqualTo(1));
    }

    [Test]
    public async Task Ends_at_once_for_what_has_read_an_older_state()
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"CREATE TABLE own (value INTEGER)");
        using var other = file.OpenOther($"Default Timeout={Long}");
        using var transaction = other.BeginTransaction(deferred: true);
        var session = file.Database.Attach(other, transaction);
        Assert.That(await session.ReadAsync($"SELECT value FROM own", static row => row.GetInt32(0)), Is.Empty);
        await file.Database.ExecuteAsync($"INSERT INTO own VALUES (1)");
        var start = Stopwatch.GetTimestamp();

        Assert.That(async () => await session.ExecuteAsync($"INSERT INTO own VALUES (2)"), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains("has read an older state"));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(Long / 2.0)));
    }

    [Test]
    public async Task Lasts_until_a_reader_lets_a_file_without_a_log_be_written()
    {
        await using var file = new SqliteFile();
        using var writer = file.OpenOther($"Default Timeout={Long}");
        Run(writer, "PRAGMA journal_mode = DELETE; CREATE TABLE own (value INTEGER)");
        using var reader = file.OpenOther();
        using var reading = reader.BeginTransaction(deferred: true);
        Run(reader, "SELECT COUNT(*) FROM own");
        var ending = Task.Run(async () =>
        {
            await Task.Delay(200);
            await reading.RollbackAsync();
        });

        var session = file.Database.Attach(writer);
        Assert.That(await session.ReadAsync($"INSERT INTO own VALUES (1), (2) RETURNING value", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1, 2 }));

        await ending;
        Assert.That(await session.ReadAsync($"SELECT value FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task What_could_not_be_read_back_is_not_written_on_an_attached_connection()
    {
        await using var file = new SqliteFile();
        using var connection = file.OpenOther();
        Run(connection, "CREATE TABLE own (value INTEGER)");
        var session = file.Database.Attach(connection);

        Assert.That(async () => await session.ReadAsync($"INSERT INTO own VALUES (1), (3000000000) RETURNING value", static row => row.GetInt32(0)), Throws.TypeOf<RelationsException>().With.Message.Contains("3000000000"));
        Assert.That(await session.ReadAsync($"SELECT value FROM own", static row => row.GetInt32(0)), Is.Empty);
    }

    private static TestCaseData Case(string name, Func<SqliteDatabase, CancellationToken, Task> write) => new TestCaseData(write).SetArgDisplayNames(name);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteScalar();
    }
}
