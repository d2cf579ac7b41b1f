namespace Relations.PostgreSql.Tests;

[TestFixture]
public sealed class CancellationTests
{
    [Test]
    public async Task Ends_the_statement_on_the_server_and_leaves_the_connection_usable()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        await using var other = new PostgreSqlDatabase(server.ConnectionStringWith("Pooling=false"));
        using var cancellation = new CancellationTokenSource();

        var running = server.Database.QueryAsync($"SELECT pg_sleep(60)", static _ => 0, cancellation.Token).AsTask();
        Assert.That(async () => await CountRunningAsync(other), Is.EqualTo(1).After(10_000, 20));
        await cancellation.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await CountRunningAsync(other), Is.Zero.After(10_000, 20));
        Assert.That(await server.Database.QueryAsync($"SELECT 1", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
    }

    private static async Task<long> CountRunningAsync(PostgreSqlDatabase database) =>
        (await database.QueryAsync($"SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep(60)%' AND datname = current_database()", static row => row.GetInt64(0))).Single();
}
