using System.Data;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Transactions that run again when they meet another one.</summary>
public sealed class TransactTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task The_body_runs_in_a_transaction_that_is_committed()
    {
        await Db.TransactAsync(async tx =>
        {
            await Doctors.In(tx).CreateAsync(new() { Name = "A" });
            await Doctors.In(tx).CreateAsync(new() { Name = "B" });
            Assert.That(await Doctors.CountAsync(), Is.EqualTo(3), "others do not see it yet");
        });
        var created = await Db.TransactAsync(tx => Doctors.In(tx).CreateAsync(new() { Name = "C" }));

        Assert.That(created.Name, Is.EqualTo("C"));
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(6));
    }

    [Test]
    public async Task A_body_that_commits_by_itself_is_told_what_was_kept([Values] bool commits)
    {
        Assert.That(
            async () => await Db.TransactAsync(async tx =>
            {
                await Doctors.In(tx).CreateAsync(new() { Name = "A" });
                await (commits ? tx.CommitAsync() : tx.RollbackAsync());
            }),
            Throws.InvalidOperationException.With.Message.Contains("The body has ended the transaction itself"));
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(commits ? 4 : 3));
    }

    [Test]
    public async Task An_error_of_the_bodys_own_takes_everything_back_and_is_thrown_as_it_is()
    {
        var runs = 0;
        var error = new InvalidDataException("own");

        var thrown = Assert.ThrowsAsync<InvalidDataException>(async () => await Db.TransactAsync(async tx =>
        {
            runs++;
            await Doctors.In(tx).CreateAsync(new() { Name = "lost" });
            throw error;
        }));
        Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Db.TransactAsync(tx =>
        {
            runs++;
            return Doctors.In(tx).Patients(1).LinkAsync(99, new() { At = Monday });
        }));

        Assert.That((thrown, runs), Is.EqualTo((error, 2)));
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task Changes_that_depend_on_what_was_read_are_never_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Db.TransactAsync(
            async tx =>
            {
                var patient = await Patients.In(tx).FindByIdAsync(4);
                await Patients.In(tx).PatchByIdAsync(4, new() { BirthYear = patient.BirthYear + 1 });
            },
            retries: 100,
            IsolationLevel.Serializable))));

        Assert.That((await Patients.FindByIdAsync(4)).BirthYear, Is.EqualTo(1997));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "It has one writer at a time, so that transactions never meet.")]
    public async Task Of_two_that_wait_for_each_other_one_runs_again()
    {
        var runs = 0;
        await WaitForEachOtherAsync(async (first, second, bothHoldOne) => await Db.TransactAsync(async tx =>
        {
            Interlocked.Increment(ref runs);
            await Patients.In(tx).PatchByIdAsync(first, new() { BirthYear = first });
            await bothHoldOne();
            await Patients.In(tx).PatchByIdAsync(second, new() { BirthYear = second });
        }));

        Assert.That(runs, Is.EqualTo(3));
        Assert.That((await Patients.Where(p => p.Pid < 3).ToListAsync()).Select(static patient => patient.BirthYear), Is.EqualTo([1, 2]));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "It has one writer at a time, so that transactions never meet.")]
    public async Task When_no_run_is_left_the_last_error_is_thrown_as_it_is()
    {
        var errors = new List<Exception>();
        await WaitForEachOtherAsync(async (first, second, bothHoldOne) =>
        {
            try
            {
                await Db.TransactAsync(
                    async tx =>
                    {
                        await Patients.In(tx).PatchByIdAsync(first, new() { BirthYear = first });
                        await bothHoldOne();
                        await Patients.In(tx).PatchByIdAsync(second, new() { BirthYear = second });
                    },
                    retries: 0);
            }
            catch (RelationsException problem)
            {
                errors.Add(problem);
            }
        });

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(errors[0], Is.TypeOf<TransactionConflictException>().With.InnerException.Property("SqlState").EqualTo("40P01"));
    }

    [Test]
    public async Task A_cancelled_one_writes_nothing()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.CatchAsync<OperationCanceledException>(async () => await Db.TransactAsync(
            async tx =>
            {
                await Doctors.In(tx).CreateAsync(new() { Name = "lost" });
                await cancellation.CancelAsync();
            },
            cancellationToken: cancellation.Token));

        Assert.That(async () => await Db.TransactAsync(_ => default, retries: -1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
    }

    /// <summary>Two run at once, one for the rows 1 and 2 and one for 2 and 1; the first time, each goes on when both hold one row.</summary>
    private static async Task WaitForEachOtherAsync(Func<int, int, Func<Task>, Task> run)
    {
        var holding = 0;
        var bothHoldOne = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task HoldAsync()
        {
            if (Interlocked.Increment(ref holding) == 2)
            {
                bothHoldOne.SetResult();
            }

            return bothHoldOne.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await Task.WhenAll(Task.Run(() => run(1, 2, HoldAsync)), Task.Run(() => run(2, 1, HoldAsync)));
    }
}
