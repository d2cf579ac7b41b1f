namespace Relations.Sqlite.Tests;

[TestFixture]
public sealed class PoolTests
{
    [Test]
    public async Task Opens_executes_and_reads()
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)");
        var changed = await file.Database.ExecuteAsync($"INSERT INTO note (body) VALUES ({"one"}), ({"two"})");
        var bodies = await file.Database.QueryAsync($"SELECT body FROM note WHERE id > {0} ORDER BY id", static row => row.GetString(0));
        Assert.That(changed, Is.EqualTo(2));
        Assert.That(bodies, Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task A_database_in_memory_lives_as_long_as_its_object()
    {
        await using var first = new SqliteDatabase(":memory:");
        await using var second = new SqliteDatabase("Data Source=:memory:");
        await first.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)");
        Assert.That(await first.QueryAsync($"SELECT COUNT(*) FROM note", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
        Assert.That(async () => await second.ExecuteAsync($"INSERT INTO note DEFAULT VALUES"), Throws.TypeOf<RelationsException>().With.Message.Contains("CreateSchemaAsync"));
    }
}
