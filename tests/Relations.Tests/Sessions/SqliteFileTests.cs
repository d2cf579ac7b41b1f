using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Relations.Sqlite;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>What only a SQLite file can be: no database, locked, in memory, or somebody else's connection.</summary>
[TestFixture]
public sealed class SqliteFileTests
{
    private TestServer server = null!;
    private string folder = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = TestServer.Of(DatabaseKind.Sqlite);
        folder = Directory.CreateTempSubdirectory("relations-").FullName;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_file_that_is_no_database_is_named()
    {
        var path = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("These are notes, not a database.\n", 200)));
        await using var database = new SqliteDatabase($"Data Source={path}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new DoctorRepository(database).CountAsync(), Throws.InstanceOf<RelationsException>().With.InnerException.Not.Null);
            Assert.That(() => RelationsModel.CreateSchemaAsync(database), Throws.InstanceOf<RelationsException>());
            Assert.That(await File.ReadAllTextAsync(path), Does.StartWith("These are notes"));
        }
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_an_error()
    {
        await using var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "missing", "x.db")}");

        Assert.ThrowsAsync<RelationsException>(async () => await new DoctorRepository(database).CountAsync());
    }

    [Test]
    public async Task A_table_that_is_not_there_is_an_error()
    {
        await using var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "empty.db")}");

        var error = Assert.CatchAsync<RelationsException>(async () => await new DoctorRepository(database).CountAsync());

        Assert.That(error.Message, Does.Contain("Doctor"));
    }

    [Test]
    public async Task A_locked_database_is_waited_for_and_then_reported()
    {
        await using var test = await server.OpenAsync();
        var other = test.Reopen("Default Timeout=1");
        await using var transaction = await test.Database.BeginTransactionAsync();
        await new DoctorRepository(transaction).CreateAsync(new() { Name = "x" });
        var watch = Stopwatch.StartNew();

        Assert.ThrowsAsync<DatabaseLockedException>(async () => await new DoctorRepository(other).CreateAsync(new() { Name = "y" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(watch.Elapsed, Is.GreaterThan(TimeSpan.FromMilliseconds(800)).And.LessThan(TimeSpan.FromSeconds(5)));
            Assert.That(await new DoctorRepository(other).CountAsync(), Is.Zero, "readers do not wait");
        }

        await transaction.CommitAsync();
        await new DoctorRepository(other).CreateAsync(new() { Name = "y" });
        Assert.That(await new DoctorRepository(test.Database).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_lock_that_ends_in_time_is_waited_for()
    {
        await using var test = await server.OpenAsync();
        var other = test.Reopen("Default Timeout=10");
        var transaction = await test.Database.BeginTransactionAsync();
        await new DoctorRepository(transaction).CreateAsync(new() { Name = "x" });

        var waiting = Task.Run(async () => await new DoctorRepository(other).CreateAsync(new() { Name = "y" }));
        await Task.Delay(200);
        await transaction.CommitAsync();
        await waiting;

        Assert.That(await new DoctorRepository(test.Database).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_database_in_memory_is_one_for_all_operations()
    {
        await using var database = new SqliteDatabase("Data Source=:memory:");
        await using var another = new SqliteDatabase("Data Source=:memory:");
        await RelationsModel.CreateSchemaAsync(database);
        await RelationsModel.CreateSchemaAsync(another);
        var doctors = new DoctorRepository(database);
        await doctors.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }]);
        await doctors.Patients(1).CreateAsync(new() { Name = "p" }, new() { At = DateTime.UnixEpoch });

        await foreach (var doctor in doctors.AsAsyncEnumerable())
        {
            await doctors.PatchByIdAsync(doctor.Id, new() { Name = doctor.Name + "!" });
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await doctors.Include(d => d.Patients).ToListAsync()).Select(static doctor => (doctor.Name, doctor.Patients.Count)), Is.EqualTo([("a!", 1), ("b!", 0)]));
            Assert.That(await new DoctorRepository(another).CountAsync(), Is.Zero);
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await doctors.Patients(2).CreateAsync(new() { Name = "q" }, new() { At = DateTime.UnixEpoch }))));
            Assert.That(await doctors.Patients(2).CountAsync(), Is.EqualTo(20));
        }
    }

    [Test]
    public async Task We_live_on_somebody_elses_connection_and_in_their_transaction()
    {
        await using var test = await server.OpenAsync();
        await new DoctorRepository(test.Database).CreateAsync(new() { Name = "before" });
        var path = (await test.Database.QueryAsync($"PRAGMA database_list", static reader => reader.GetString(2)))[0];
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using (var transaction = connection.BeginTransaction())
            {
                var doctors = new DoctorRepository(test.Database.Attach(connection, transaction));
                await doctors.CreateAsync(new() { Name = "x" });
                await doctors.Patients(1).CreateAsync(new() { Name = "p" }, new() { At = DateTime.UnixEpoch });
                Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await doctors.Patients(99).CreateAsync(new() { Name = "p" }, new() { At = DateTime.UnixEpoch }));
                Assert.That((await doctors.Include(d => d.Patients).ToListAsync()).Select(static doctor => doctor.Patients.Count), Is.EqualTo([1, 0]));
                await transaction.RollbackAsync();
            }

            await new DoctorRepository(test.Database.Attach(connection)).CreateAsync(new() { Name = "y" });
            Assert.That(connection.State, Is.EqualTo(System.Data.ConnectionState.Open));
        }

        Assert.That((await new DoctorRepository(test.Database).ToListAsync()).Select(static doctor => doctor.Name), Is.EqualTo(["before", "y"]));
    }

    [Test]
    public async Task A_row_that_was_written_and_could_not_be_read_is_not_in_what_they_commit()
    {
        await using var test = await server.OpenAsync();
        test.RunUnchecked("INSERT INTO \"Doctor\" (\"Id\", \"Name\") VALUES (2147483647, 'last')");
        var path = (await test.Database.QueryAsync($"PRAGMA database_list", static reader => reader.GetString(2)))[0];
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction();
            var session = test.Database.Attach(connection, transaction);
            await new PatientRepository(session).CreateAsync(new() { Name = "kept" });
            Assert.That(async () => await new DoctorRepository(session).CreateAsync(new() { Name = "one more" }), Throws.InstanceOf<RelationsException>());
            Assert.That(async () => await new PatientRepository(session).CreateAllAsync([new() { Name = "a" }, new() { Pid = 1, Name = "b" }]), Throws.TypeOf<UniqueViolationException>());
            await new PatientRepository(session).SaveAsync(new() { Name = "kept too" });
            await transaction.CommitAsync();
        }

        Assert.That(await test.Database.QueryAsync($"SELECT Name FROM Doctor", static reader => reader.GetString(0)), Is.EqualTo(["last"]));
        Assert.That((await new PatientRepository(test.Database).ToListAsync()).Select(static patient => patient.Name), Is.EqualTo(["kept", "kept too"]));
    }

    [Test]
    public async Task A_transaction_that_the_database_has_ended_by_itself_writes_nothing_more()
    {
        await using var test = await server.OpenAsync();
        test.RunUnchecked("""CREATE TRIGGER boom BEFORE INSERT ON "Label" WHEN NEW."Text" = 'boom' BEGIN SELECT RAISE(ROLLBACK, 'boom'); END""");
        var before = await test.DumpAsync();
        await using (var transaction = await test.Database.BeginTransactionAsync())
        {
            var doctors = new DoctorRepository(transaction);
            await doctors.CreateAsync(new() { Name = "lost" });
            Assert.That(() => new LabelRepository(transaction).CreateAsync(new() { Text = "boom" }), Throws.InstanceOf<RelationsException>());

            using (Assert.EnterMultipleScope())
            {
                Assert.That(() => doctors.CreateAsync(new() { Name = "alone" }), Throws.InstanceOf<Exception>(), "a write of one statement");
                Assert.That(() => doctors.CreateAllAsync([new() { Name = "x" }, new() { Name = "y" }]), Throws.InstanceOf<Exception>(), "a write of several");
                Assert.That(() => doctors.CountAsync(), Throws.InstanceOf<Exception>(), "a reading");
                Assert.That(() => transaction.CommitAsync(), Throws.InstanceOf<Exception>(), "commit");
            }
        }

        Assert.That(await test.DumpAsync(), Is.EqualTo(before));
        await new DoctorRepository(test.Database).CreateAsync(new() { Name = "works" });
    }

    [Test]
    public async Task An_operation_that_the_database_has_rolled_back_by_itself_says_why()
    {
        await using var test = await server.OpenAsync();
        test.RunUnchecked("""CREATE TRIGGER boom BEFORE INSERT ON "Label" WHEN NEW."Text" = 'boom' BEGIN SELECT RAISE(ROLLBACK, 'boom'); END""");
        var before = await test.DumpAsync();

        var error = Assert.CatchAsync<RelationsException>(async () => await new LabelRepository(test.Database).CreateAllAsync([new() { Text = "a" }, new() { Text = "boom" }]));

        Assert.That(error.Message, Does.Contain("boom"));
        Assert.That(await test.DumpAsync(), Is.EqualTo(before));
        await new LabelRepository(test.Database).CreateAllAsync([new() { Text = "a" }, new() { Text = "b" }]);
    }

    [Test]
    public async Task A_full_disk_leaves_everything_as_it_was()
    {
        await using var test = await server.OpenAsync();
        var doctors = new DoctorRepository(test.Database);
        await doctors.CreateAsync(new() { Name = "x" });
        var before = await test.DumpAsync();
        var pages = (await test.Database.QueryAsync($"PRAGMA page_count", static reader => reader.GetInt32(0)))[0];
        await test.Database.QueryAsync(Harness.Sql.Of($"PRAGMA max_page_count = {pages + 20}"), static reader => reader.GetInt32(0));

        Assert.CatchAsync<RelationsException>(async () => await doctors.CreateAllAsync(Enumerable.Range(0, 50).Select(static _ => new Doctor { Name = new string('x', 10_000) })));
        Assert.CatchAsync<RelationsException>(async () => await doctors.CreateAsync(new() { Name = new string('x', 1_000_000) }));

        Assert.That(await test.DumpAsync(), Is.EqualTo(before));
        await doctors.CreateAsync(new() { Name = "small" });
    }
}
