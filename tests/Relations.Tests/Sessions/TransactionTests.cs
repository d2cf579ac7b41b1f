using System.Data;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Transactions, and reading row by row.</summary>
public sealed class TransactionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test, NotOn(DatabaseKind.Sqlite, "It has no connections that others can break.")]
    public async Task A_stream_that_is_left_after_its_connection_broke_tells_nothing_of_it()
    {
        await Db.ExecuteAsync($"INSERT INTO \"Doctor\" (\"Name\") SELECT repeat('x', 2000) FROM generate_series(1, 20000)");
        await using var direct = Test.ReopenDirectly("Application Name=left");
        var doctors = new DoctorRepository(direct);

        Assert.That(async () => await LeaveAsync(static () => { }), Throws.Nothing);
        Assert.That(async () => await LeaveAsync(static () => throw new FormatException("of the caller's own")), Throws.TypeOf<FormatException>());
        Assert.That(await doctors.CountAsync(), Is.EqualTo(20003));

        async Task LeaveAsync(Action leave)
        {
            await foreach (var _ in doctors.AsAsyncEnumerable())
            {
                await Db.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'left'");
                leave();
                break;
            }
        }
    }

    [Test]
    public async Task A_transaction_in_which_one_has_gone_back_to_a_savepoint_of_ones_own_is_committed([Values] bool goesOn)
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).CreateAsync(new() { Name = "before" });
            await transaction.ExecuteAsync($"SAVEPOINT own");
            Assert.That(async () => await transaction.ExecuteAsync($"INSERT INTO \"Doctor\" (\"Id\", \"Name\") VALUES (1, 'again')"), Throws.TypeOf<UniqueViolationException>());
            await transaction.ExecuteAsync($"ROLLBACK TO SAVEPOINT own");
            if (goesOn)
            {
                await Doctors.In(transaction).CreateAsync(new() { Name = "after" });
            }

            await transaction.CommitAsync();
        }

        Assert.That(Names(await Doctors.Where(static d => d.Id > 3).OrderBy(static d => d.Name).ToListAsync()), Is.EqualTo((string[])(goesOn ? ["after", "before"] : ["before"])));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It stores what the property cannot hold.")]
    public async Task A_value_that_could_not_be_read_is_not_made_good_by_a_transaction_inside()
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"ALTER TABLE \"Patient\" ALTER COLUMN \"BirthYear\" TYPE bigint");
            await transaction.ExecuteAsync($"INSERT INTO \"Patient\" (\"Name\", \"BirthYear\") VALUES ('huge', 99999999999)");
            Assert.That(() => Patients.In(transaction).ToListAsync(), Throws.InstanceOf<RelationsException>());
            await using (var nested = await transaction.BeginTransactionAsync())
            {
                await Doctors.In(nested).CreateAsync(new() { Name = "inside" });
                await nested.CommitAsync();
            }

            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.StartsWith("A value of an earlier statement in the transaction could not be sent or read"));
        }

        Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
    }

    [TestCase("ROLLBACK")]
    [TestCase("COMMIT")]
    public async Task A_transaction_that_a_statement_of_ones_own_ended_takes_nothing_more(string end)
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).CreateAsync(new() { Name = "before" });
            await transaction.ExecuteAsync(Harness.Sql.Of(end));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(() => Doctors.In(transaction).CreateAsync(new() { Name = "after" }), Ended());
                Assert.That(() => Doctors.In(transaction).CreateAllAsync([new() { Name = "after" }, new() { Name = "after" }]), Ended());
                Assert.That(() => Doctors.In(transaction).PatchByIdAsync(1, new() { Name = "after" }), Ended());
                Assert.That(() => Doctors.In(transaction).Include(static d => d.Patients).ToListAsync(), Ended());
                Assert.That(async () => await transaction.BeginTransactionAsync(), Ended());
                Assert.That(async () => await transaction.CommitAsync(), Ended());
            }
        }

        await using (var transaction = await Db.BeginTransactionAsync())
        {
            Assert.That(
                async () =>
                {
                    await using var nested = await transaction.BeginTransactionAsync();
                    await nested.ExecuteAsync(Harness.Sql.Of(end));
                    await Doctors.In(nested).CreateAsync(new() { Name = "after" });
                },
                Ended());
            Assert.That(() => Doctors.In(transaction).CreateAsync(new() { Name = "after" }), Ended());
        }

        Assert.That(await Doctors.CountAsync(), Is.EqualTo(end == "COMMIT" ? 4 : 3));

        static NUnit.Framework.Constraints.Constraint Ended() => Throws.TypeOf<RelationsException>().With.Message.StartsWith("The transaction is not open any more: a statement of your own ended it");
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "Its identities stay within their type, and it refuses every commit after a failed statement.")]
    public async Task A_row_that_was_written_and_could_not_be_read_is_not_committed()
    {
        Test.RunUnchecked("INSERT INTO \"Doctor\" (\"Id\", \"Name\") VALUES (2147483647, 'last')");
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            Assert.That(() => Doctors.In(transaction).CreateAsync(new() { Name = "one more" }), Throws.InstanceOf<RelationsException>());
            await using (var nested = await transaction.BeginTransactionAsync())
            {
                await Doctors.In(nested).Patients(3).LinkAsync(4, new() { At = Monday });
                await nested.CommitAsync();
            }

            Assert.That(async () => await transaction.CommitAsync(), Throws.InstanceOf<RelationsException>().With.Message.StartsWith("A row that an earlier statement in the transaction wrote could not be read"));
        }

        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).Patients(3).LinkAsync(4, new() { At = Monday });
            await using (var nested = await transaction.BeginTransactionAsync())
            {
                Assert.That(() => Doctors.In(nested).CreateAsync(new() { Name = "one more" }), Throws.InstanceOf<RelationsException>());
                Assert.That(async () => await nested.CommitAsync(), Throws.InstanceOf<RelationsException>());
            }

            await transaction.CommitAsync();
        }

        Assert.That((await Doctors.ToListAsync()).Select(static doctor => doctor.Name), Is.EqualTo(new[] { "Mario", "Link", "Toad", "last" }));
        Assert.That(await Doctors.Patients(3).CountAsync(), Is.EqualTo(1));
    }

    [TestCase(IsolationLevel.Chaos)]
    [TestCase((IsolationLevel)5)]
    public void A_level_that_no_database_has_is_refused(IsolationLevel level)
    {
        Assert.That(async () => await Db.BeginTransactionAsync(level), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("No database has this isolation level"));
    }

    [Test]
    public async Task What_was_written_is_there_after_commit()
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).Patients(3).LinkAsync(4, new() { At = Monday });
            await Doctors.In(transaction).Patients(3).CreateAsync(new() { Name = "Bowser" }, new() { At = Monday });
            await transaction.CommitAsync();
        }

        Assert.That(await Doctors.Patients(3).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Nothing_of_it_is_there_after_rollback_or_disposal()
    {
        var before = await Test.DumpAsync();
        var rolledBack = await Db.BeginTransactionAsync();
        await Doctors.In(rolledBack).Patients(1).DeleteAsync();
        await rolledBack.RollbackAsync();
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));

        await using (var disposed = await Db.BeginTransactionAsync())
        {
            await Doctors.In(disposed).Patients(1).SetAsync([3], new() { At = Monday });
        }

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Others_do_not_see_what_is_not_committed()
    {
        await using var transaction = await Db.BeginTransactionAsync();
        await Doctors.In(transaction).CreateAsync(new() { Name = "x" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
            Assert.That(await Doctors.In(transaction).CountAsync(), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task A_transaction_that_has_ended_says_so()
    {
        var transaction = await Db.BeginTransactionAsync();
        await transaction.CommitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => transaction.CommitAsync(), Throws.InvalidOperationException);
            Assert.That(() => transaction.RollbackAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.In(transaction).CountAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.In(transaction).CreateAsync(new() { Name = "x" }), Throws.InvalidOperationException);
            Assert.That(async () => await transaction.DisposeAsync(), Throws.Nothing);
            Assert.That(async () => await transaction.DisposeAsync(), Throws.Nothing);
            Assert.That(() => Doctors.In(transaction).CountAsync(), Throws.InvalidOperationException);
        }
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "The error of a single statement ends PostgreSQL's transaction.")]
    public async Task An_error_leaves_the_transaction_usable()
    {
        await using var transaction = await Db.BeginTransactionAsync();
        await Doctors.In(transaction).CreateAsync(new() { Name = "before" });
        Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Doctors.In(transaction).Patients(99).CreateAsync(new() { Name = "x" }, new() { At = Monday }));
        Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Doctors.In(transaction).Patients(1).LinkAllAsync([1, 99], new() { At = Monday }));
        Assert.ThrowsAsync<UniqueViolationException>(async () => await Doctors.In(transaction).CreateAllAsync([new() { Name = "y" }, new() { Id = 1, Name = "z" }]));
        await Doctors.In(transaction).CreateAsync(new() { Name = "after" });
        await transaction.CommitAsync();

        Assert.That(Names(await Doctors.OrderBy(d => d.Id).ToListAsync()), Is.EqualTo(["Mario", "Link", "Toad", "before", "after"]));
        Assert.That(await Patients.CountAsync(), Is.EqualTo(4));
        Assert.That(await Appointments.CountAsync(), Is.EqualTo(5));
    }

    [Test]
    public async Task Operations_started_together_run_one_after_the_other()
    {
        await using var transaction = await Db.BeginTransactionAsync();
        var doctors = Doctors.In(transaction);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            if (number % 2 == 0)
            {
                await doctors.Patients(3).CreateAsync(new() { Name = $"P{number}" }, new() { At = Monday });
            }
            else
            {
                await doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync();
            }
        })));
        await transaction.CommitAsync();

        Assert.That(await Doctors.Patients(3).CountAsync(), Is.EqualTo(20));
    }

    [Test]
    public async Task Operations_of_a_database_started_together_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            switch (number % 3)
            {
                case 0:
                    await Doctors.Patients(3).CreateAsync(new() { Name = $"P{number}" }, new() { At = Monday });
                    break;
                case 1:
                    var doctors = await Doctors.Include(d => d.Visits).Include(d => d.Patients).ToListAsync();
                    Assert.That(doctors[2].Visits, Has.Count.EqualTo(doctors[2].Patients.Count), "both statements see the same data");
                    break;
                default:
                    await foreach (var doctor in Doctors.AsAsyncEnumerable())
                    {
                        Assert.That(doctor.Name, Is.Not.Empty);
                    }

                    break;
            }
        })));

        Assert.That(await Doctors.Patients(3).CountAsync(), Is.EqualTo(20));
    }

    [Test]
    public async Task Rows_can_be_read_one_by_one_and_others_written_meanwhile()
    {
        var seen = 0;
        await foreach (var patient in Patients.OrderByDescending(p => p.Pid).AsAsyncEnumerable())
        {
            seen++;
            await Patients.PatchByIdAsync(patient.Pid, new() { BirthYear = 1000 + patient.Pid });
            await Doctors.Patients(3).CreateAsync(new() { Name = "new" }, new() { At = Monday });
        }

        Assert.That(seen, Is.EqualTo(4));
        Assert.That((await Patients.Where(p => p.BirthYear > 0).ToListAsync()).Select(static patient => patient.BirthYear), Is.EqualTo([1001, 1002, 1003, 1004]));
    }

    [Test]
    public async Task Rows_can_be_read_one_by_one_in_a_transaction_and_written_too()
    {
        await using var transaction = await Db.BeginTransactionAsync();
        var patients = Patients.In(transaction);
        await foreach (var patient in patients.AsAsyncEnumerable())
        {
            await patients.PatchByIdAsync(patient.Pid, new() { BirthYear = 7 });
        }

        Assert.That(await patients.Where(p => p.BirthYear == 7).CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Reading_may_stop_early_again_and_again()
    {
        for (var round = 0; round < 50; round++)
        {
            await foreach (var patient in Patients.AsAsyncEnumerable())
            {
                Assert.That(patient.Pid, Is.EqualTo(1));
                break;
            }

            await foreach (var (patient, appointment) in Doctors.Patients(1).Links())
            {
                Assert.That((patient.Name, appointment.Note), Is.EqualTo(("Luigi", "first")));
                break;
            }
        }

        await Patients.CreateAsync(new() { Name = "x" });
    }

    [Test]
    public async Task Links_can_be_read_one_by_one()
    {
        var read = new List<string>();
        using var cancellation = new CancellationTokenSource();
        await foreach (var (patient, appointment) in Doctors.Patients(1).OrderBy((_, a) => a.At).Links().WithCancellation(cancellation.Token))
        {
            read.Add($"{patient.Name} {appointment.At:ddd}");
        }

        Assert.That(read, Is.EqualTo(["Luigi Mon", "Peach Tue", "Peach Thu"]));
    }

    [Test]
    public async Task Reading_one_by_one_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Patients.AsAsyncEnumerable().WithCancellation(cancellation.Token))
            {
                read++;
                await cancellation.CancelAsync();
            }
        });

        Assert.That(read, Is.EqualTo(1));
        await Patients.CreateAsync(new() { Name = "x" });
    }

    [Test]
    public async Task A_query_never_changes()
    {
        var query = Patients.Where(p => p.Pid > 1);
        _ = query.Where(p => p.Pid > 2).OrderBy(p => p.Name).Take(1).Include(p => p.Doctors);

        Assert.That(await query.CountAsync(), Is.EqualTo(3));
        Assert.That(Names(await query.ToListAsync()), Is.EqualTo(["Peach", "Zelda", "Daisy"]));
    }

    [Test]
    public void The_sql_of_a_query_can_be_looked_at()
    {
        using var log = Test.Record();
        var name = "O'Hara";

        var sql = Doctors.Where(d => d.Name == name && d.Patients.Any(p => p.BirthYear > 1980)).Take(3).ToSql();

        using (Assert.EnterMultipleScope())
        {
            var ordinally = Kind == DatabaseKind.PostgreSql ? " COLLATE \"C\"" : "";
            Assert.That(sql, Does.StartWith($"SELECT source.\"Id\", source.\"Name\" FROM \"Doctor\" AS source WHERE source.\"Name\"{ordinally} = "));
            Assert.That(sql, Does.Contain("-- 1: 'O'Hara'").And.Contain("-- 2: 1980"));
            Assert.That(Doctors.Patients(7).Links().ToSql(), Does.Contain("-- 1: 7"));
            Assert.That(new TravellerRepository(Db).Where(t => t.Born == new DateOnly(1990, 2, 1)).ToSql(), Does.EndWith("-- 1: 1990-02-01"));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public async Task The_schema_can_be_created_again_and_verified()
    {
        await RelationsModel.CreateSchemaAsync(Db);
        await RelationsModel.VerifySchemaAsync(Db);
        Test.RunUnchecked("""ALTER TABLE "Licence" RENAME COLUMN "Number" TO "Digits"; DROP TABLE "Token" """);

        var error = Assert.ThrowsAsync<SchemaMismatchException>(async () => await RelationsModel.VerifySchemaAsync(Db));

        Assert.That(error.Message, Does.Contain("column \"Number\" of \"Licence\" is missing").And.Contain("\"Token\""));
    }

    [Test]
    public void Two_entities_cannot_share_a_table()
    {
        var model = new Relations.Definitions.ModelDefinition(DoctorRepository.Definition, DoctorRepository.Definition);

        Assert.That(() => Relations.Schema.SchemaScript.Write(model, Db.Dialect), Throws.InvalidOperationException.With.Message.Contains("both map to the table 'Doctor'"));
    }
}
