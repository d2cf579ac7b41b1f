using System.Net;
using System.Net.Sockets;
using Npgsql;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql.Tests;

/// <summary>Whose connections they are, and that they go back.</summary>
[TestFixture]
public sealed class PoolTests
{
    [Test]
    public async Task Connections_go_back_to_the_pool_whatever_became_of_the_statement()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1;Timeout=5");
        for (var time = 0; time < 3; time++)
        {
            Assert.That(await server.Database.QueryAsync($"SELECT 1", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
            Assert.That(async () => await server.Database.ExecuteAsync($"SELEC"), Throws.TypeOf<RelationsException>());
            Assert.That(async () => await server.Database.QueryAsync<int>($"SELECT 1", static _ => throw new FormatException()), Throws.TypeOf<FormatException>());
            using var cancelled = new CancellationTokenSource(30);
            Assert.That(async () => await server.Database.ExecuteAsync($"SELECT pg_sleep(30)", cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
            await using (var transaction = await server.Database.BeginTransactionAsync())
            {
                await transaction.ExecuteAsync($"CREATE TABLE left_open (id int)");
            }
        }

        Assert.That(async () => await server.Database.ExecuteAsync($"SELECT * FROM left_open"), Throws.TypeOf<RelationsException>(), "what was not committed is gone");
    }

    [Test]
    public async Task A_data_source_that_was_given_stays_open_and_one_of_its_own_is_closed()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        var given = new PostgreSqlDatabase(source);
        Assert.That(await given.QueryAsync($"SELECT 1", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
        await given.DisposeAsync();
        await using (var connection = await source.OpenConnectionAsync())
        {
            Assert.That(connection.State, Is.EqualTo(System.Data.ConnectionState.Open));
        }

        var own = new PostgreSqlDatabase(server.ConnectionString);
        await own.ExecuteAsync($"SELECT 1");
        await own.DisposeAsync();
        Assert.That(async () => await own.ExecuteAsync($"SELECT 1"), Throws.InstanceOf<ObjectDisposedException>());
        await own.DisposeAsync(); // twice is no error
    }

    [Test]
    public async Task Many_tasks_share_a_few_connections()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=3");
        await server.Database.ExecuteAsync($"CREATE TABLE own (id int)");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () => await server.Database.ExecuteAsync($"INSERT INTO own VALUES ({number})"))));
        Assert.That(await server.Database.QueryAsync($"SELECT COUNT(DISTINCT id)::int FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 50 }));
    }

    [Test]
    public async Task Rows_that_are_read_to_the_last_need_one_connection_and_no_other_to_cancel_them()
    {
        await using var server = await ServerDatabase.CreateAsync();
        var target = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connections = 0;
        var forwarding = Task.Run(async () =>
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref connections);
                var other = new TcpClient(target.Host!, target.Port);
                _ = client.GetStream().CopyToAsync(other.GetStream()).ContinueWith(_ => other.Close(), TaskScheduler.Default);
                _ = other.GetStream().CopyToAsync(client.GetStream()).ContinueWith(_ => client.Close(), TaskScheduler.Default);
            }
        });
        await using var database = new PostgreSqlDatabase(server.ConnectionStringWith($"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port}"));

        Assert.That(await ReadAsync(database, most: 10), Is.EqualTo(3));
        Assert.That(connections, Is.EqualTo(1));
        Assert.That(await ReadAsync(database, most: 2), Is.EqualTo(2));
        Assert.That(connections, Is.EqualTo(2), "what is left of the rows is not wanted");
        listener.Stop();
        Assert.That(async () => await forwarding, Throws.InstanceOf<SocketException>());
    }

    private static async Task<int> ReadAsync(PostgreSqlDatabase database, int most)
    {
        var connection = await ((Database)database).RentConnectionAsync(Access.Read, CancellationToken.None);
        var rows = 0;
        await using (var cursor = await connection.OpenAsync(new Statement().Append("SELECT generate_series(1, 3)"), CancellationToken.None))
        {
            while (rows < most && await cursor.ReadAsync(new AnyRow(), CancellationToken.None))
            {
                rows++;
            }
        }

        ((Database)database).ReturnConnection(connection);
        return rows;
    }

    private sealed class AnyRow : RowSink
    {
        public override bool Accept<TReader>(ref TReader row) => true;
    }
}
