using Microsoft.Data.Sqlite;

namespace Relations.Sqlite.Tests;

[TestFixture]
public sealed class AttachTests
{
    [Test]
    public async Task Works_inside_somebody_elses_transaction([Values] bool isPooled)
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"CREATE TABLE own (value TEXT)");
        var other = new SqliteConnection($"Data Source={file.Path};Pooling={isPooled}");
        await other.OpenAsync();
        var transaction = other.BeginTransaction();
        var session = file.Database.Attach(other, transaction);
        Assert.That(await session.ExecuteAsync($"INSERT INTO own VALUES ({"é"})"), Is.EqualTo(1));
        Assert.That(await session.QueryAsync($"SELECT relations_upper(value) FROM own ORDER BY value COLLATE relations_decimal", static row => row.GetString(0)), Is.EqualTo(new[] { "É" }));
        Assert.That(await CountAsync(file.Database), Is.Zero);
        transaction.Rollback();
        Assert.That(async () => await CountAsync(session), Throws.InvalidOperationException.With.Message.Contains("has ended"));
        var unbound = file.Database.Attach(other);
        Assert.That(await CountAsync(unbound), Is.Zero);

        await other.CloseAsync();
        Assert.That(async () => await CountAsync(unbound), Throws.TypeOf<ObjectDisposedException>());
        await other.OpenAsync();
        Assert.That(await CountAsync(file.Database.Attach(other)), Is.Zero);
        await other.DisposeAsync();
        SqliteConnection.ClearAllPools();

        await file.Database.DisposeAsync();
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file.Path)!), Is.EqualTo(new[] { file.Path }), "no connection is kept half alive by statements");
    }

    [TestCase("ROLLBACK")]
    [TestCase("COMMIT")]
    [TestCase("INSERT OR ROLLBACK INTO own VALUES (NULL)")]
    public async Task Ends_with_the_transaction_however_that_ends(string end)
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"CREATE TABLE own (value TEXT NOT NULL)");
        using var other = file.OpenOther();
        using var transaction = other.BeginTransaction();
        var session = file.Database.Attach(other, transaction);
        await session.ExecuteAsync($"INSERT INTO own VALUES ('a')");
        try
        {
            Run(end);
        }
        catch (SqliteException) when (end.StartsWith("INSERT", StringComparison.Ordinal))
        {
        }

        Assert.That(async () => await session.ExecuteAsync($"INSERT INTO own VALUES ('b')"), Throws.InvalidOperationException.With.Message.Contains("has ended"));
        Assert.That(await CountAsync(file.Database), Is.EqualTo(end == "COMMIT" ? 1 : 0));
        if (end == "COMMIT")
        {
            Run("BEGIN"); // ADO.NET has not noticed, and rolls back when the transaction is disposed of
        }

        void Run(string sql)
        {
            using var command = other.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Test]
    public async Task Refuses_what_it_cannot_work_on()
    {
        await using var file = new SqliteFile();
        using var first = file.OpenOther();
        using var second = file.OpenOther();
        using var transaction = second.BeginTransaction(deferred: true);
        using var closed = new SqliteConnection(file.ConnectionString);
        Assert.That(() => file.Database.Attach(closed), Throws.ArgumentException.With.Message.Contains("closed"));
        Assert.That(() => file.Database.Attach(first, transaction), Throws.ArgumentException.With.Message.Contains("not open on this connection"));
        Assert.That(() => file.Database.Attach(null!), Throws.ArgumentNullException);
    }

    private static async Task<int> CountAsync(Session session) => (await session.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0))).Single();
}
