using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Whatever writes more than one row writes all or nothing, wherever it fails, and leaves a database that works.</summary>
public sealed class AtomicityTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", static (session, cancel) => new DoctorRepository(session).CreateAsync(new() { Name = "x" }, cancel)),
        Case("create all", static (session, cancel) => new DoctorRepository(session).CreateAllAsync([new() { Name = "x" }, new() { Name = "y" }, new() { Id = 50, Name = "z" }], cancel)),
        Case("create through", static (session, cancel) => new DoctorRepository(session).Patients(1).CreateAsync(new() { Name = "x" }, new() { At = Monday }, cancel)),
        Case("link", static (session, cancel) => new DoctorRepository(session).Patients(1).LinkAsync(4, new() { At = Monday }, cancel)),
        Case("link all", static (session, cancel) => new DoctorRepository(session).Patients(3).LinkAllAsync([1, 2, 3, 4], new() { At = Monday }, cancel)),
        Case("set", static (session, cancel) => new DoctorRepository(session).Patients(1).SetAsync([2, 3, 4], new() { At = Monday }, cancel)),
        Case("unlink", static (session, cancel) => new DoctorRepository(session).Patients(1).UnlinkAsync(2, cancel)),
        Case("unlink all", static (session, cancel) => new DoctorRepository(session).Patients(1).UnlinkAllAsync(cancel)),
        Case("unlink some", static (session, cancel) => new DoctorRepository(session).Patients(1).Where(p => p.Name == "Peach").UnlinkAllAsync(cancel)),
        Case("patch through", static (session, cancel) => new DoctorRepository(session).Patients(1).Where((p, a) => p.Pid > 0 && a.At >= Monday).PatchAsync(new() { Name = "x" }, cancel)),
        Case("patch links", static (session, cancel) => new DoctorRepository(session).Patients(1).Where(p => p.Pid > 0).PatchLinksAsync(new() { Note = "x" }, cancel)),
        Case("delete through", static (session, cancel) => new DoctorRepository(session).Patients(1).DeleteAsync(cancel)),
        Case("delete some through", static (session, cancel) => new DoctorRepository(session).Patients(1).Where((p, a) => a.Note == "first").DeleteAsync(cancel)),
        Case("create all through", static (session, cancel) => new DoctorRepository(session).Patients(3).CreateAllAsync([new() { Name = "x" }, new() { Name = "y" }], new() { At = Monday }, cancel)),
        Case("has-many create all", static (session, cancel) => new PatientRepository(session).Appointments(4).CreateAllAsync([new() { DoctorId = 1, At = Monday }, new() { DoctorId = 2, At = Monday }], cancel)),
        Case("has-many patch", static (session, cancel) => new PatientRepository(session).Appointments(2).PatchAsync(new() { Note = "x" }, cancel)),
        Case("has-many delete", static (session, cancel) => new PatientRepository(session).Appointments(2).Where(a => a.At > Monday).DeleteAsync(cancel)),
        Case("has-one create", static (session, cancel) => new DoctorRepository(session).Licence(1).CreateAsync(new() { Number = "x" }, cancel)),
        Case("save", static (session, cancel) => new DoctorRepository(session).SaveAsync(new() { Id = 1, Name = "x" }, cancel)),
        Case("update", static async (session, cancel) => { await new DoctorRepository(session).UpdateAsync(new() { Id = 1, Name = "x" }, cancel); return 0; }),
        Case("delete by id", static async (session, cancel) => { await new DoctorRepository(session).DeleteByIdAsync(3, cancel); return 0; }),
        Case("patch all", static (session, cancel) => new DoctorRepository(session).PatchAllAsync(new() { Name = "x" }, cancel)),
        Case("delete all", static (session, cancel) => new AppointmentRepository(session).DeleteAllAsync(cancel)),
        Case("delete a page", static (session, cancel) => new AppointmentRepository(session).OrderByDescending(a => a.At).Take(2).DeleteAsync(cancel)),
        Case("execute", static (session, cancel) => session.ExecuteAsync($"DELETE FROM \"Appointment\" WHERE \"DoctorId\" = {1}", cancel)),
    ];

    public static IEnumerable<TestCaseData> Readings =>
    [
        Case("include", static (session, cancel) => new DoctorRepository(session).Include(d => d.Patients, p => p.Include(x => x.Appointments)).ToListAsync(cancel)),
        Case("load", static async (session, cancel) => { await new DoctorRepository(session).LoadAsync([new() { Id = 1, Name = "x" }], d => d.Patients, cancellationToken: cancel); return 0; }),
        Case("count", static (session, cancel) => new DoctorRepository(session).Patients(1).CountAsync(cancel)),
        Case("links", static (session, cancel) => new DoctorRepository(session).Patients(1).Include(p => p.Doctors).Links().ToListAsync(cancel)),
        Case("stream", static async (session, cancel) => { var count = 0; await foreach (var _ in new DoctorRepository(session).AsAsyncEnumerable().WithCancellation(cancel)) { count++; } return count; }),
        Case("query", static (session, cancel) => new DoctorRepository(session).QueryAsync($"SELECT * FROM \"Doctor\"", cancel)),
    ];

    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [TestCaseSource(nameof(Operations))]
    public async Task A_failure_at_any_statement_leaves_everything_as_it_was(Operation operation)
    {
        var before = await Test.DumpAsync();
        var failures = 0;
        while (await FailsAsync(() => operation(Db, CancellationToken.None), failures + 1, andAfter: false))
        {
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before), $"after a failure at statement {++failures}");
        }

        Assert.That(failures, Is.Positive);
        Assert.That(await Test.DumpAsync(), Is.Not.EqualTo(before));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_failure_that_lasts_leaves_everything_as_it_was(Operation operation)
    {
        var before = await Test.DumpAsync();
        var failures = 0;
        while (await FailsAsync(() => operation(Db, CancellationToken.None), failures + 1, andAfter: true))
        {
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before), $"after a failure from statement {++failures} on");
        }

        Assert.That(failures, Is.Positive);
        Assert.That(await Test.DumpAsync(), Is.Not.EqualTo(before));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_failure_in_a_users_transaction_takes_back_the_operation_alone(Operation operation)
    {
        for (var statement = 1; ; statement++)
        {
            await using var transaction = await Db.BeginTransactionAsync();
            await new LabelRepository(transaction).CreateAsync(new() { Text = $"before {statement}" });
            var before = await Test.DumpAsync(transaction);
            if (!await FailsAsync(() => operation(transaction, CancellationToken.None), statement, andAfter: false))
            {
                Assert.That(statement, Is.GreaterThan(1));
                break;
            }

            Assert.That(await Test.DumpAsync(transaction), Is.EqualTo(before), $"after a failure at statement {statement}");
            await transaction.CommitAsync();
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
        }
    }

    [TestCaseSource(nameof(Operations))]
    [TestCaseSource(nameof(Readings))]
    public async Task Cancelling_at_any_statement_leaves_all_or_nothing(Operation operation)
    {
        var before = await Test.DumpAsync();
        string after;
        await using (var whole = await OpenAnotherAsync())
        {
            await SeedClinicAsync(whole.Database);
            await operation(whole.Database, CancellationToken.None);
            after = await whole.DumpAsync();
        }

        for (var statement = 1; ; statement++)
        {
            await using var test = await OpenAnotherAsync();
            await SeedClinicAsync(test.Database);
            using var cancellation = new CancellationTokenSource();
            var count = 0;
            void Cancel(StatementEvent _)
            {
                if (++count == statement)
                {
                    cancellation.Cancel();
                }
            }

            test.Database.StatementExecuting += Cancel;
            var isCancelled = false;
            try
            {
                await operation(test.Database, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                isCancelled = true;
            }

            test.Database.StatementExecuting -= Cancel;
            Assert.That(await test.DumpAsync(), Is.EqualTo(isCancelled ? before : after), $"cancelled at statement {statement}");
            await new LabelRepository(test.Database).CreateAsync(new() { Text = "works" });
            if (count < statement)
            {
                Assert.That(isCancelled, Is.False);
                break;
            }
        }
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Cancelling_in_a_users_transaction_takes_back_the_operation_alone(Operation operation)
    {
        for (var statement = 1; ; statement++)
        {
            await using var transaction = await Db.BeginTransactionAsync();
            await new LabelRepository(transaction).CreateAsync(new() { Text = $"before {statement}" });
            var before = await Test.DumpAsync(transaction);
            using var cancellation = new CancellationTokenSource();
            var count = 0;
            void Cancel(StatementEvent _)
            {
                if (++count == statement)
                {
                    cancellation.Cancel();
                }
            }

            Db.StatementExecuting += Cancel;
            try
            {
                await operation(transaction, cancellation.Token);
                if (count < statement)
                {
                    break;
                }
            }
            catch (OperationCanceledException)
            {
                Db.StatementExecuting -= Cancel;
                Assert.That(await Test.DumpAsync(transaction), Is.EqualTo(before), $"cancelled at statement {statement}");
                await transaction.CommitAsync();
                Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
            }
            finally
            {
                Db.StatementExecuting -= Cancel;
            }
        }
    }

    [TestCaseSource(nameof(Operations))]
    [TestCaseSource(nameof(Readings))]
    public async Task A_token_that_was_cancelled_before_lets_nothing_run(Operation operation)
    {
        var before = await Test.DumpAsync();
        await using var transaction = await Db.BeginTransactionAsync();
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await operation(Db, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(async () => await operation(transaction, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(log.All, Is.Empty);
        }

        await transaction.RollbackAsync();
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Readings))]
    public async Task A_failure_while_reading_leaves_a_database_that_works(Operation operation)
    {
        for (var statement = 1; await FailsAsync(() => operation(Db, CancellationToken.None), statement, andAfter: false); statement++)
        {
            await new LabelRepository(Db).CreateAsync(new() { Text = "works" });
        }

        await using var transaction = await Db.BeginTransactionAsync();
        for (var statement = 1; await FailsAsync(() => operation(transaction, CancellationToken.None), statement, andAfter: false); statement++)
        {
            await new LabelRepository(transaction).CreateAsync(new() { Text = "works" });
        }

        await transaction.CommitAsync();
    }

    [Test]
    public async Task A_commit_that_fails_can_be_rolled_back()
    {
        var before = await Test.DumpAsync();
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).CreateAsync(new() { Name = "x" });
            Assert.That(await FailsAsync(async () => { await transaction.CommitAsync(); return 0; }, 1, andAfter: false));
        }

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_failure_of_begin_leaves_a_database_that_works()
    {
        Assert.That(await FailsAsync(async () => await Db.BeginTransactionAsync(), 1, andAfter: false));
        Assert.That(await FailsAsync(async () => await Db.BeginTransactionAsync(), 1, andAfter: true));

        await Doctors.CreateAsync(new() { Name = "x" });
    }

    /// <summary>An operation on a session; what it returns does not matter.</summary>
    public delegate Task<object?> Operation(Session session, CancellationToken cancellationToken);

    private static TestCaseData Case<T>(string name, Func<Session, CancellationToken, ValueTask<T>> operation) =>
        new TestCaseData((Operation)(async (session, cancel) => await operation(session, cancel))).SetArgDisplayNames(name);

    // Whether the operation failed because the given statement (and those after it) did.
    private async Task<bool> FailsAsync<T>(Func<Task<T>> operation, int statement, bool andAfter)
    {
        var count = 0;
        void Fail(StatementEvent _)
        {
            if (++count == statement || (andAfter && count > statement))
            {
                throw new InjectedException();
            }
        }

        Db.StatementExecuting += Fail;
        try
        {
            await operation();
            return false;
        }
        catch (InjectedException)
        {
            return true;
        }
        finally
        {
            Db.StatementExecuting -= Fail;
        }
    }

    private sealed class InjectedException : Exception;
}
