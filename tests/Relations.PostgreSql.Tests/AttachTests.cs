using Npgsql;

namespace Relations.PostgreSql.Tests;

[TestFixture]
public sealed class AttachTests
{
    [Test]
    public async Task Works_inside_somebody_elses_transaction()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await server.Database.ExecuteAsync($"CREATE TABLE own (value text)");
        await using var other = await server.OpenOtherAsync();
        await using var transaction = await other.BeginTransactionAsync();
        var session = server.Database.Attach(other, transaction);
        Assert.That(await session.ExecuteAsync($"INSERT INTO own VALUES ({"é"})"), Is.EqualTo(1));
        Assert.That(await session.QueryAsync($"SELECT value FROM own", static row => row.GetString(0)), Is.EqualTo(new[] { "é" }));
        Assert.That(await CountAsync(server.Database), Is.Zero);

        await transaction.RollbackAsync();
        Assert.That(async () => await CountAsync(session), Throws.InvalidOperationException.With.Message.Contains("has ended"));
        Assert.That(await CountAsync(server.Database.Attach(other)), Is.Zero, "the connection goes on without the transaction");
    }

    [Test]
    public async Task Leaves_the_connection_open()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await server.Database.ExecuteAsync($"CREATE TABLE own (value text)");
        await using var other = await server.OpenOtherAsync();
        var session = server.Database.Attach(other);
        Assert.That(await CountAsync(session), Is.Zero);
        await server.Database.DisposeAsync();
        Assert.That(other.State, Is.EqualTo(System.Data.ConnectionState.Open));
    }

    [Test]
    public async Task Refuses_what_it_cannot_work_on()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await using var first = await server.OpenOtherAsync();
        await using var second = await server.OpenOtherAsync();
        await using var transaction = await second.BeginTransactionAsync();
        await using var closed = new NpgsqlConnection(server.ConnectionString);
        Assert.That(() => server.Database.Attach(closed), Throws.ArgumentException.With.Message.Contains("closed"));
        Assert.That(() => server.Database.Attach(first, transaction), Throws.ArgumentException.With.Message.Contains("not open on this connection"));
        Assert.That(() => server.Database.Attach(null!), Throws.ArgumentNullException);
    }

    private static async Task<long> CountAsync(Session session) => (await session.QueryAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt64(0))).Single();
}
