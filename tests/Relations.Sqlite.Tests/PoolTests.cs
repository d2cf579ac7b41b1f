using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Sqlite.Tests;

[TestFixture(true)]
[TestFixture(false)]
public sealed class PoolTests(bool usesFunctionPointers)
{
    [Test]
    public async Task Opens_executes_and_reads()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)");
        var changed = await file.Database.ExecuteAsync($"INSERT INTO note (body) VALUES ({"one"}), ({"two"})");
        var bodies = await file.Database.QueryAsync($"SELECT body FROM note WHERE id > {0} ORDER BY id", static row => row.GetString(0));
        Assert.That(changed, Is.EqualTo(2));
        Assert.That(bodies, Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task A_database_in_memory_lives_as_long_as_its_object()
    {
        await using var first = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        foreach (var connectionString in new[] { "Data Source=:memory:", "Data Source=shared;Mode=Memory", "Data Source=file:some?mode=memory" })
        {
            await using var second = new SqliteDatabase(connectionString) { UsesFunctionPointers = usesFunctionPointers };
            await second.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)");
            Assert.That(await second.ReadAsync($"SELECT COUNT(*) FROM note", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
            Assert.That(async () => await first.ExecuteAsync($"INSERT INTO note DEFAULT VALUES"), Throws.TypeOf<RelationsException>().With.Message.Contains("CreateSchemaAsync"));
        }
    }

    [Test]
    public async Task Connections_are_set_up()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        var settings = await file.Database.ReadAsync(
            $"SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT foreign_keys FROM pragma_foreign_keys), (SELECT synchronous FROM pragma_synchronous), (SELECT query_only FROM pragma_query_only)",
            static row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)));
        var writing = await file.Database.QueryAsync($"SELECT (SELECT foreign_keys FROM pragma_foreign_keys), (SELECT query_only FROM pragma_query_only)", static row => (row.GetInt32(0), row.GetInt32(1)));
        Assert.That(settings.Single(), Is.EqualTo(("wal", 1, 1, 1)));
        Assert.That(writing.Single(), Is.EqualTo((1, 0)));
    }

    [TestCase("", "wal")]
    [TestCase("Mode=ReadOnly", "delete")]
    public async Task A_file_gets_a_write_ahead_log_unless_it_is_only_read(string mode, string expected)
    {
        await using var file = new SqliteFile(mode, usesFunctionPointers);
        using (var other = file.OpenOther())
        {
            using var command = other.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE; CREATE TABLE own (id INTEGER)";
            command.ExecuteNonQuery();
        }

        Assert.That(await file.Database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
        using var after = file.OpenOther();
        using var asking = after.CreateCommand();
        asking.CommandText = "PRAGMA journal_mode";
        Assert.That(asking.ExecuteScalar(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Many_read_and_write_at_once()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        var database = file.Database;
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER)");
        var work = Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            for (var turn = 0; turn < 25; turn++)
            {
                if (number % 2 == 0)
                {
                    await database.ExecuteAsync($"INSERT INTO own (n) VALUES ({number})");
                }
                else
                {
                    _ = await database.ReadAsync($"SELECT COUNT(*) FROM own WHERE n >= {0}", static row => row.GetInt32(0));
                }
            }
        }));
        await Task.WhenAll(work);
        Assert.That(await CountAsync(database), Is.EqualTo(500));
    }

    [Test]
    public async Task Reads_go_on_while_a_transaction_is_open()
    {
        await using var file = new SqliteFile("Default Timeout=1", usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using var transaction = await file.Database.BeginTransactionAsync();
        await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");
        Assert.That(await CountAsync(file.Database), Is.Zero);
        Assert.That(await CountAsync(transaction), Is.EqualTo(1));
        Assert.That(async () => await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains("In(transaction)"));
        await transaction.CommitAsync();
        Assert.That(await CountAsync(file.Database), Is.EqualTo(1));
    }

    [Test]
    public async Task A_cancelled_wait_leaves_no_trace()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        var transaction = await file.Database.BeginTransactionAsync();
        using var cancellation = new CancellationTokenSource();
        var waiting = file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES", cancellation.Token).AsTask();
        Assert.That(waiting.IsCompleted, Is.False);
        await cancellation.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        await transaction.DisposeAsync();
        await transaction.DisposeAsync();
        Assert.That(await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Is.EqualTo(1));
    }

    [TestCase("0")]
    [TestCase("2147483647")]
    public async Task A_wait_may_be_as_long_as_can_be_said(string seconds)
    {
        await using var file = new SqliteFile($"Default Timeout={seconds}", usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using var transaction = await file.Database.BeginTransactionAsync();
        var waiting = file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES").AsTask();
        await Task.Delay(50);
        Assert.That(waiting.IsCompleted, Is.False);
        await transaction.CommitAsync();
        Assert.That(await waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_comes_back_in_a_transaction_is_rolled_back()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await file.Database.ExecuteAsync($"BEGIN");
        Assert.That(await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Is.EqualTo(1));
        Assert.That(await CountAsync(file.Database), Is.EqualTo(1));
        await file.Database.ExecuteAsync($"BEGIN; INSERT INTO own DEFAULT VALUES");
        Assert.That(await CountAsync(file.Database), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reading_given_up_half_way_frees_its_connection()
    {
        await using var file = new SqliteFile("Default Timeout=1", usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY); INSERT INTO own VALUES (1), (2), (3)");
        var held = new List<Connection>();
        try
        {
            while (held.Count < SqliteDatabase.MostReaders)
            {
                var connection = await file.Database.RentConnectionAsync(Access.Read, CancellationToken.None);
                held.Add(connection);
                var cursor = await connection.OpenAsync(new Statement().Append("SELECT id FROM own"), CancellationToken.None);
                var sink = new KeySink<int>(default, count: 1);
                Assert.That(await cursor.ReadAsync(sink, CancellationToken.None), Is.True);
                Assert.That(sink.Keys, Is.EqualTo(new[] { 1 }));
            }

            Assert.That(async () => await CountAsync(file.Database), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains("half-way"));
        }
        finally
        {
            held.ForEach(file.Database.ReturnConnection);
        }

        Assert.That(await CountAsync(file.Database), Is.EqualTo(3));
        using var other = file.OpenOther("Default Timeout=1");
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // refused while anybody reads
        Assert.That(command.ExecuteScalar(), Is.EqualTo(0L));
    }

    [Test]
    public async Task A_cursor_reads_to_the_end_and_stays_there()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        var connection = await database.RentConnectionAsync(Access.Read, CancellationToken.None);
        var statement = new Statement().Append("SELECT value FROM json_each('[1,2]')");
        await using var cursor = await connection.OpenAsync(statement, CancellationToken.None);
        var sink = new KeySink<int>(default, count: 1);
        while (await cursor.ReadAsync(sink, CancellationToken.None))
        {
            // the same text again, while the first is running
            var inner = new KeySink<int>(default, count: 1);
            await connection.ReadAsync(statement, inner, CancellationToken.None);
            Assert.That(inner.Keys, Is.EqualTo(new[] { 1, 2 }));
        }

        Assert.That(await cursor.ReadAsync(sink, CancellationToken.None), Is.False);
        Assert.That(sink.Keys, Is.EqualTo(new[] { 1, 2 }));
        database.ReturnConnection(connection);
    }

    [Test]
    public async Task Waits_for_another_connections_lock_then_says_so()
    {
        await using var file = new SqliteFile("Default Timeout=1", usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        using var other = file.OpenOther();
        var locking = other.BeginTransaction();
        var start = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(async () => await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains("1 second"));
        Assert.That(async () => await file.Database.BeginTransactionAsync(), Throws.TypeOf<DatabaseLockedException>().With.Message.Contains(file.Path));
        Assert.That(start.ElapsedMilliseconds, Is.InRange(1900, 8000));

        using var cancellation = new CancellationTokenSource(100);
        start.Restart();
        Assert.That(async () => await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(start.ElapsedMilliseconds, Is.LessThan(800));

        var waiting = Task.Run(async () => await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"));
        await Task.Delay(200);
        locking.Rollback();
        Assert.That(await waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task A_long_query_is_interrupted_and_the_connection_works_on([Values] bool isNative)
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        using var cancellation = new CancellationTokenSource(100);
        SqlStatement Endless() => $"WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter) SELECT COUNT(*) FROM counter";
        var error = Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            if (isNative)
            {
                await database.ReadAsync(Endless(), static row => row.GetInt64(0), cancellation.Token);
            }
            else
            {
                await database.QueryAsync(Endless(), static row => row.GetInt64(0), cancellation.Token);
            }
        });
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(await database.ReadAsync($"SELECT 1", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_write_cancelled_inside_a_nested_transaction_ends_the_outer_one()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using (var transaction = await database.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");
            await using (var nested = await transaction.BeginTransactionAsync())
            {
                using var cancellation = new CancellationTokenSource(100);
                Assert.That(
                    async () => await nested.ExecuteAsync($"INSERT INTO own WITH RECURSIVE counter(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM counter) SELECT n FROM counter", cancellation.Token),
                    Throws.InstanceOf<OperationCanceledException>());
            }

            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("rolled it back"));
        }

        Assert.That(await database.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task A_transaction_that_SQLite_has_ended_takes_no_more_statements()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        await using (var transaction = await database.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");
            using var cancellation = new CancellationTokenSource(100);
            Assert.That(
                async () => await transaction.ExecuteAsync($"INSERT INTO own WITH RECURSIVE counter(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM counter) SELECT n FROM counter", cancellation.Token),
                Throws.InstanceOf<OperationCanceledException>());
            Assert.That(async () => await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Throws.TypeOf<RelationsException>().With.Message.Contains("rolled it back"));
            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>());
        }

        Assert.That(await CountAsync(database), Is.Zero);
        Assert.That(await database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_transaction_that_a_statement_of_the_users_own_has_ended_says_so()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        await using var transaction = await database.BeginTransactionAsync();
        await transaction.ExecuteAsync($"COMMIT");
        Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("a statement of your own ended it"));
    }

    [Test]
    public async Task Disposing_closes_the_file()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        _ = await CountAsync(file.Database);
        Assert.That(File.Exists(file.Path + "-wal"), Is.True);
        await file.Database.DisposeAsync();
        await file.Database.DisposeAsync();
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file.Path)!), Is.EqualTo(new[] { file.Path }));
        Assert.That(async () => await CountAsync(file.Database), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(async () => await file.Database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES"), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(async () => await file.Database.BeginTransactionAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Disposing_while_operations_run_lets_them_end()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        var database = file.Database;
        await database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY)");
        var transaction = await database.BeginTransactionAsync();
        var waiting = database.ExecuteAsync($"INSERT INTO own DEFAULT VALUES").AsTask();
        var reading = Task.Run(async () => await database.ReadAsync($"WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 300000) SELECT n FROM counter", static row => row.GetInt32(0)));
        await Task.Delay(20);
        await database.DisposeAsync();
        await transaction.ExecuteAsync($"INSERT INTO own DEFAULT VALUES");
        await transaction.CommitAsync();
        Assert.That(async () => await waiting, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(await reading, Has.Count.EqualTo(300000));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file.Path)!), Is.EqualTo(new[] { file.Path }));
        await using var again = new SqliteDatabase(file.ConnectionString) { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(await CountAsync(again), Is.EqualTo(1));
    }

    private static async Task<int> CountAsync(Session session) => (await session.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0))).Single();
}
