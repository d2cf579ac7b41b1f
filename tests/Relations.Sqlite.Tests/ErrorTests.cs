using Microsoft.Data.Sqlite;

namespace Relations.Sqlite.Tests;

[TestFixture(true)]
[TestFixture(false)]
public sealed class ErrorTests(bool usesFunctionPointers)
{
    [Test]
    public async Task A_broken_constraint_is_told_by_kind()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        var database = file.Database;
        await database.ExecuteAsync($"CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (length(code) < 4)); CREATE TABLE child (a INTEGER REFERENCES parent, b INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (a, b))");
        await database.ExecuteAsync($"INSERT INTO parent VALUES (1, 'x')");

        Assert.That(async () => await database.ExecuteAsync($"INSERT INTO parent VALUES (2, 'x')"), Fails<UniqueViolationException>("parent.code", 2067));
        Assert.That(async () => await database.ExecuteAsync($"INSERT INTO parent VALUES (1, 'y')"), Fails<UniqueViolationException>("parent.id", 1555));
        Assert.That(async () => await database.ExecuteAsync($"INSERT INTO parent VALUES (2, NULL)"), Fails<ConstraintException>("parent.code", 1299));
        Assert.That(async () => await database.ExecuteAsync($"INSERT INTO parent VALUES (2, 'long')"), Fails<ConstraintException>("length", 275));
        Assert.That(async () => await database.ExecuteAsync($"INSERT INTO child VALUES (9, 1)"), Fails<ForeignKeyViolationException>("FOREIGN KEY", 787));
        Assert.That(async () => await database.QueryAsync($"INSERT INTO child VALUES (9, 1) RETURNING a", static row => row.GetInt32(0)), Fails<ForeignKeyViolationException>("FOREIGN KEY", 787));
        Assert.That(async () => await database.ExecuteAsync($"DELETE FROM missing"), Fails<RelationsException>("CreateSchemaAsync", 1));
        Assert.That(async () => await database.ExecuteAsync($"SELEC"), Fails<RelationsException>("syntax error", 1));

        await using var transaction = await database.BeginTransactionAsync();
        await transaction.ExecuteAsync($"INSERT INTO child VALUES (1, 9)");
        Assert.That(async () => await transaction.CommitAsync(), Fails<ForeignKeyViolationException>("FOREIGN KEY", 787));
        await transaction.RollbackAsync();
        Assert.That(await database.QueryAsync($"SELECT COUNT(*) FROM child", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await File.WriteAllTextAsync(file.Path, string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        Assert.That(async () => await file.Database.ReadAsync($"SELECT 1", static row => row.GetInt32(0)), Fails<RelationsException>(file.Path, 26));
        Assert.That(async () => await file.Database.ExecuteAsync($"CREATE TABLE own (id)"), Fails<RelationsException>("encrypted", 26));
    }

    [Test]
    public async Task A_file_that_cannot_be_opened_or_written_is_named()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await using var missing = new SqliteDatabase(file.Path + "/missing/test.db") { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(async () => await missing.ExecuteAsync($"SELECT 1"), Fails<RelationsException>("missing", 14));
        Assert.That(async () => await missing.ExecuteAsync($"SELECT 1"), Fails<RelationsException>("may open more files", 14));

        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER)");
        await using var reading = new SqliteDatabase($"Data Source={file.Path};Mode=ReadOnly") { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(await reading.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
        Assert.That(async () => await reading.ExecuteAsync($"INSERT INTO own VALUES (1)"), Fails<RelationsException>("cannot be written", 8));
    }

    [Test]
    public async Task A_log_that_cannot_be_made_is_told()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER)");
        await file.Database.DisposeAsync();
        Directory.CreateDirectory(file.Path + "-wal");
        await using var reading = new SqliteDatabase($"Data Source={file.Path};Mode=ReadOnly") { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(async () => await reading.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Fails<RelationsException>("immutable=1", 14));

        // A folder that the user may not write says so by a code of its own; an administrator, who may run this, can write every one.
        var refused = SqliteFailure.Translate(new SqliteException("SQLite Error 8: 'attempt to write a readonly database'.", 8, 1544), new SqliteSource(file.ConnectionString));
        Assert.That(refused.Message, Does.Contain("folder").And.Contain("immutable=1"));
    }

    [Test]
    public async Task A_file_that_nobody_writes_can_be_read_without_its_log([Values("WAL", "DELETE")] string mode)
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        using (var other = file.OpenOther())
        {
            using var command = other.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = {mode}; CREATE TABLE own (id INTEGER)";
            command.ExecuteNonQuery();
        }

        Directory.CreateDirectory(file.Path + "-wal");
        await using var reading = new SqliteDatabase($"Data Source=file:{file.Path}?immutable=1") { UsesFunctionPointers = usesFunctionPointers };
        Assert.That(await reading.ReadAsync($"SELECT COUNT(*) FROM own", static row => row.GetInt32(0)), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task A_full_database_is_told()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await file.Database.ExecuteAsync($"CREATE TABLE own (body BLOB); PRAGMA max_page_count = 10");
        Assert.That(async () => await file.Database.ExecuteAsync($"INSERT INTO own VALUES ({new byte[100_000]})"), Fails<RelationsException>("no room", 13));
    }

    [TestCase("SELECT ?32767")]
    [TestCase("SELECT 1 WHERE ", "NOT (", 1000, "1 = 1")]
    [TestCase("SELECT 1 WHERE ", "(1 = 2 OR ", 2000, "1 = 1")]
    public async Task A_statement_that_is_too_large_says_what_makes_it_smaller(string start, string repeated = "", int times = 0, string end = "")
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        var sql = new SqlStatement(0, 0);
        sql.AppendLiteral(start + string.Concat(Enumerable.Repeat(repeated, times)) + end + new string(')', times));
        Assert.That(async () => await database.ReadAsync(sql, static row => row.GetInt32(0)), Fails<RelationsException>("use In", 1));
    }

    [Test]
    public void A_connection_string_must_be_one()
    {
        Assert.That(() => new SqliteDatabase("No such=setting") { UsesFunctionPointers = usesFunctionPointers }, Throws.ArgumentException);
        Assert.That(() => new SqliteDatabase("/data/a=b.db"), Throws.ArgumentException.With.Message.Contains("Data Source=\"/data/a=b.db\""));
        Assert.That(() => new SqliteDatabase("Data Source=\"/data/a=b.db\""), Throws.Nothing);
        Assert.That(() => new SqliteDatabase(" ") { UsesFunctionPointers = usesFunctionPointers }, Throws.ArgumentException);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Fails<TError>(string words, int extendedCode) where TError : RelationsException =>
        Throws.TypeOf<TError>().With.Message.Contains(words).And.InnerException.TypeOf<SqliteException>().And.InnerException.Property(nameof(SqliteException.SqliteExtendedErrorCode)).EqualTo(extendedCode);
}
