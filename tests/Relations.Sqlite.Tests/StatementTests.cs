using Relations.Sessions;
using Relations.Sql;

namespace Relations.Sqlite.Tests;

[TestFixture(true)]
[TestFixture(false)]
public sealed class StatementTests(bool usesFunctionPointers)
{
    [Test]
    public async Task Says_how_many_rows_a_statement_changed()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER)"), Is.Zero);
        Assert.That(await database.ExecuteAsync($"INSERT INTO own (n) VALUES (1), (2), (3)"), Is.EqualTo(3));
        Assert.That(await database.ExecuteAsync($"SELECT * FROM own"), Is.Zero);
        Assert.That(await database.ExecuteAsync($"CREATE INDEX own_n ON own (n)"), Is.Zero);
        Assert.That(await database.ExecuteAsync($"UPDATE own SET n = 9 WHERE n = 99"), Is.Zero);
        Assert.That(await database.ExecuteAsync($"UPDATE own SET n = 9 WHERE n > {1}"), Is.EqualTo(2));
        Assert.That(await database.ExecuteAsync($"-- nothing"), Is.Zero);
        Assert.That(await database.ExecuteAsync($"INSERT INTO own (n) VALUES ({7}); DELETE FROM own WHERE n = {9}; -- done"), Is.EqualTo(3));
        Assert.That(await database.ReadAsync($"SELECT n FROM own ORDER BY n", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1, 7 }));
    }

    [Test]
    public async Task A_parameter_that_nothing_gives_a_value_to_is_an_error()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY); INSERT INTO own VALUES (1)");
        Assert.That(async () => await database.ExecuteAsync($"DELETE FROM own WHERE @id IS NULL"), Throws.TypeOf<RelationsException>().With.Message.Contains("interpolated"));
        Assert.That(async () => await database.ReadAsync($"SELECT id FROM own WHERE id = {1} AND @id IS NULL", static row => row.GetInt32(0)), Throws.TypeOf<RelationsException>());
        Assert.That(await database.ReadAsync($"SELECT id FROM own WHERE id = {1} AND ?1 = {1}", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Calls_functions_by_their_addresses_where_the_library_is_found()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"SELECT 1");
        Assert.That(database.UsesFunctionPointers, Is.EqualTo(usesFunctionPointers));
    }

    [Test]
    public async Task A_sink_that_has_enough_does_not_cut_a_writing_statement_short()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER)");
        var sql = new Statement().Append("INSERT INTO own (n) VALUES (1), (2), (3) RETURNING id");
        var first = await database.RunAsync(Access.Write, sql, static async (connection, statement, cancel) =>
        {
            var sink = new ScalarSink();
            await connection.ReadAsync(statement, sink, cancel);
            return sink.Value;
        }, CancellationToken.None);
        Assert.That(first, Is.EqualTo(1));
        Assert.That(await CountAsync(database), Is.EqualTo(3));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_takes_the_write_back()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER)");
        var sql = new Statement().Append("INSERT INTO own (n) VALUES (1), (2) RETURNING 'text'");
        Assert.That(
            async () => await database.RunAsync(Access.Write, sql, static async (connection, statement, cancel) =>
            {
                var sink = new ScalarSink();
                await connection.ReadAsync(statement, sink, cancel);
                return sink.Value;
            }, CancellationToken.None),
            Throws.TypeOf<RelationsException>().With.Message.Contains("'text'"));
        Assert.That(await CountAsync(database), Is.Zero);
        Assert.That(await database.ExecuteAsync($"INSERT INTO own (n) VALUES (1)"), Is.EqualTo(1), "the next statement is not interrupted");
    }

    [Test]
    public async Task A_kept_statement_survives_a_change_of_the_schema()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO own VALUES (1, 2)");
        async Task<int> Columns() => (await file.Database.ReadAsync($"SELECT * FROM own", static row => row.GetInt32(0))).Single();
        Assert.That(await Columns(), Is.EqualTo(1));
        using (var other = file.OpenOther())
        {
            using var command = other.CreateCommand();
            command.CommandText = "DROP TABLE own; CREATE TABLE own (n INTEGER); INSERT INTO own VALUES (5)";
            command.ExecuteNonQuery();
        }

        Assert.That(await Columns(), Is.EqualTo(5));
        await file.Database.ExecuteAsync($"DROP TABLE own");
        Assert.That(async () => await Columns(), Throws.TypeOf<RelationsException>().With.Message.Contains("no such table"));
    }

    [Test]
    public async Task Keeps_a_bounded_number_of_statements()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        for (var number = 0; number < 600; number++)
        {
            await database.ExecuteAsync(Numbered(number));
        }

        var kept = await database.RunAsync(Access.Read, 0, static (connection, _, _) => new ValueTask<int>(((NativeConnection)connection).StatementCount), CancellationToken.None);
        Assert.That(kept, Is.EqualTo(256));

        static SqlStatement Numbered(int number)
        {
            var sql = new SqlStatement(1, 0);
            sql.AppendLiteral("SELECT " + number);
            return sql;
        }
    }

    [Test]
    public async Task Statements_are_announced_with_text_and_kind()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        var events = new List<string>();
        database.StatementExecuting += statement => events.Add($"{statement.Kind}: {statement.Sql}");
        await database.ExecuteAsync($"INSERT INTO own VALUES ({1})");
        await using (var transaction = await database.BeginTransactionAsync())
        {
            await transaction.QueryAsync($"SELECT id FROM own WHERE id = {1}", static row => row.GetInt32(0));
        }

        Assert.That(events, Is.EqualTo(new[] { "Rows: INSERT INTO own VALUES (?1)", "Transaction: BEGIN IMMEDIATE", "Rows: SELECT id FROM own WHERE id = ?1", "Transaction: ROLLBACK" }));
    }

    [Test]
    public async Task A_handler_that_throws_fails_the_operation_but_not_the_rollback()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER)");
        var refused = "COMMIT";
        database.StatementExecuting += statement =>
        {
            if (statement.Sql.StartsWith(refused, StringComparison.Ordinal))
            {
                throw new InvalidOperationException("refused");
            }
        };
        var transaction = await database.BeginTransactionAsync();
        await transaction.ExecuteAsync($"INSERT INTO own (n) VALUES (1)");
        Assert.That(async () => await transaction.CommitAsync(), Throws.InvalidOperationException.With.Message.EqualTo("refused"));
        refused = "ROLLBACK";
        Assert.That(async () => await transaction.DisposeAsync(), Throws.InvalidOperationException.With.Message.EqualTo("refused"));
        refused = "nothing";
        Assert.That(await CountAsync(database), Is.Zero);
    }

    private static async Task<int> CountAsync(SqliteDatabase database) => (await database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0))).Single();
}
