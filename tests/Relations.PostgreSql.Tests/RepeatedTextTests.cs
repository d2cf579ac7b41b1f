namespace Relations.PostgreSql.Tests;

/// <summary>A text that comes again is prepared, which nobody must notice.</summary>
[TestFixture]
public sealed class RepeatedTextTests
{
    [Test]
    public async Task A_text_takes_values_of_other_types_than_before()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        var found = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            found.AddRange(await DescribeAsync(server.Database, 1));
            found.AddRange(await DescribeAsync(server.Database, 5_000_000_000));
            found.AddRange(await DescribeAsync(server.Database, "text"));
            found.AddRange(await DescribeAsync<int?>(server.Database, null));
            found.AddRange(await DescribeAsync<string?>(server.Database, null));
            found.AddRange(await DescribeAsync(server.Database, new byte[] { 1, 2 }));
        }

        string[] turns = ["integer 1", "bigint 5000000000", "text text", "integer null", "text null", "bytea \\x0102"];
        Assert.That(found, Is.EqualTo(Enumerable.Repeat(turns, 3).SelectMany(static each => each)));
    }

    [Test]
    public async Task What_has_failed_or_was_cancelled_runs_again()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.That(() => DivideAsync(server.Database, 0), Throws.InstanceOf<RelationsException>());
            Assert.That(await DivideAsync(server.Database, 5), Is.EqualTo(2));

            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            Assert.That(() => SleepAsync(server.Database, 30, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(await SleepAsync(server.Database, 0, CancellationToken.None), Is.Zero);
        }
    }

    [Test]
    public async Task More_texts_than_a_connection_keeps_prepared_run_by_turns()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1;Max Auto Prepare=2");
        for (var turn = 0; turn < 6; turn++)
        {
            for (var repeated = 0; repeated < 3; repeated++)
            {
                Assert.That((await server.Database.QueryAsync($"SELECT {turn} + 1", static row => row.GetInt32(0))).Single(), Is.EqualTo(turn + 1));
                Assert.That((await server.Database.QueryAsync($"SELECT {turn} + 2", static row => row.GetInt32(0))).Single(), Is.EqualTo(turn + 2));
            }

            Assert.That((await server.Database.QueryAsync($"SELECT {turn} + 3", static row => row.GetInt32(0))).Single(), Is.EqualTo(turn + 3));
            Assert.That((await server.Database.QueryAsync($"SELECT {turn} + 4", static row => row.GetInt32(0))).Single(), Is.EqualTo(turn + 4));
        }
    }

    [Test]
    public async Task A_placeholder_in_the_text_itself_gets_no_value_of_an_earlier_statement()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.That((await server.Database.QueryAsync($"SELECT {turn}", static row => row.GetInt32(0))).Single(), Is.EqualTo(turn));
            Assert.That(async () => await server.Database.QueryAsync($"SELECT $1", static row => row.GetInt32(0)), Throws.InstanceOf<RelationsException>());
        }
    }

    [Test]
    public async Task Many_at_once_each_get_what_they_asked_for()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=4");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(async () =>
        {
            for (var turn = 0; turn < 100; turn++)
            {
                var text = $"{task} {turn}";
                Assert.That(await DescribeAsync(server.Database, turn), Is.EqualTo(new[] { $"integer {turn}" }));
                Assert.That(await DescribeAsync(server.Database, text), Is.EqualTo(new[] { "text " + text }));
            }
        })));
    }

    private static async Task<List<string>> DescribeAsync<T>(PostgreSqlDatabase database, T value) =>
        await database.QueryAsync($"SELECT pg_typeof(given)::text || ' ' || COALESCE(given::text, 'null') FROM (SELECT {value} AS given) AS one", static row => row.GetString(0));

    private static async Task<int> DivideAsync(PostgreSqlDatabase database, int divisor) =>
        (await database.QueryAsync($"SELECT 10 / {divisor}", static row => row.GetInt32(0))).Single();

    private static async Task<int> SleepAsync(PostgreSqlDatabase database, int seconds, CancellationToken cancellationToken) =>
        (await database.QueryAsync($"SELECT {seconds} FROM pg_sleep({seconds})", static row => row.GetInt32(0), cancellationToken)).Single();
}
