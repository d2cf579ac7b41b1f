using Npgsql;

namespace Relations.PostgreSql.Tests;

[TestFixture]
public sealed class PreparationTests
{
    [Test]
    public async Task A_statement_is_prepared_when_it_comes_a_second_time()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        Assert.That(await PreparedAfterTwoAsync(server.Database), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_prepared_where_the_connection_string_says_so()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1;Max Auto Prepare=0");
        Assert.That(await PreparedAfterTwoAsync(server.Database), Is.Zero);
    }

    [Test]
    public async Task A_data_source_of_the_users_keeps_its_own_settings()
    {
        await using var server = await ServerDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionStringWith("Maximum Pool Size=1"));
        await using var database = new PostgreSqlDatabase(source);
        Assert.That(await PreparedAfterTwoAsync(database), Is.Zero);
    }

    [Test]
    public async Task What_somebody_sets_in_a_session_is_reset_where_the_connection_string_says_so([Values] bool isReset)
    {
        await using var server = await ServerDatabase.CreateAsync($"Maximum Pool Size=1;No Reset On Close={!isReset}");
        await server.Database.ExecuteAsync($"SET work_mem = '5MB'");
        var found = await server.Database.QueryAsync($"SHOW work_mem", static row => row.GetString(0));
        Assert.That(found.Single() == "5MB", Is.Not.EqualTo(isReset));
    }

    [Test]
    public async Task A_table_that_was_changed_since_is_read_as_it_is_now()
    {
        await using var server = await ServerDatabase.CreateAsync("Maximum Pool Size=1");
        await server.RunAsync("CREATE TABLE own (value integer); INSERT INTO own VALUES (1)");
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.That(await StorageTests.ReadAsync(server.Database, $"SELECT value FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
        }

        await server.RunAsync("ALTER TABLE own ALTER value TYPE bigint");
        Assert.That(await StorageTests.ReadAsync(server.Database, $"SELECT value FROM own", static row => row.GetInt64(0)), Is.EqualTo(new[] { 1L }));
    }

    private static async Task<long> PreparedAfterTwoAsync(PostgreSqlDatabase database)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            Assert.That(await database.QueryAsync($"SELECT {turn} + 1", static row => row.GetInt32(0)), Is.EqualTo(new[] { turn + 1 }));
        }

        return (await database.QueryAsync($"SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT $1 + 1%'", static row => row.GetInt64(0))).Single();
    }
}
