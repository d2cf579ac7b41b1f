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

    [Test]
    public async Task A_transaction_with_a_cancelled_statement_is_not_said_to_be_committed()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await server.RunAsync("CREATE TABLE note (id integer)");
        await using (var transaction = await server.Database.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"INSERT INTO note VALUES (1)");
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Assert.That(async () => await transaction.ExecuteAsync($"SELECT pg_sleep(60)", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("nothing was written"));
        }

        await using (var transaction = await server.Database.BeginTransactionAsync())
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Assert.That(async () => await transaction.QueryAsync($"SELECT pg_sleep(60)", static _ => 0, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("nothing was written"));
        }

        Assert.That(await server.Database.QueryAsync($"SELECT count(*) FROM note", static row => row.GetInt64(0)), Is.EqualTo(new[] { 0L }));
        await using var again = await server.Database.BeginTransactionAsync();
        await using (var nested = await again.BeginTransactionAsync())
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            Assert.That(async () => await nested.ExecuteAsync($"SELECT pg_sleep(60)", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        }

        await again.ExecuteAsync($"INSERT INTO note VALUES (2)");
        await again.CommitAsync();
        Assert.That(await server.Database.QueryAsync($"SELECT id FROM note", static row => row.GetInt32(0)), Is.EqualTo(new[] { 2 }), "the savepoint has mended it");
    }

    private static async Task<long> CountRunningAsync(PostgreSqlDatabase database) =>
        (await database.QueryAsync($"SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep(60)%' AND datname = current_database()", static row => row.GetInt64(0))).Single();
}
