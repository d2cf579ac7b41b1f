using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>How many statements an operation takes, whatever the number of rows.</summary>
public sealed class StatementCountTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [TestCase(1)]
    [TestCase(4)]
    public async Task Linking_setting_and_unlinking_take_the_same_number_for_any_number_of_targets(int targets)
    {
        var keys = Enumerable.Range(1, targets).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await CountAsync(() => Doctors.Patients(3).LinkAllAsync(keys, new() { At = Monday })), Is.EqualTo(1), "link all");
            Assert.That(await CountAsync(() => Doctors.Patients(3).PatchLinksAsync(new() { Note = "x" })), Is.EqualTo(1), "patch links");
            Assert.That(await CountAsync(() => Doctors.Patients(3).PatchAsync(new() { Name = "x" })), Is.EqualTo(1), "patch");
            Assert.That(await CountAsync(() => Doctors.Patients(3).SetAsync(keys, new() { At = Monday })), Is.EqualTo(TakingTurns + 1), "set, nothing to do");
            Assert.That(await CountAsync(() => Doctors.Patients(3).SetAsync([], new() { At = Monday })), Is.EqualTo(TakingTurns + 2), "set to none");
            Assert.That(await CountAsync(() => Doctors.Patients(3).SetAsync(keys, new() { At = Monday })), Is.EqualTo(TakingTurns + 2), "set from none");
            Assert.That(await CountAsync(() => Doctors.Patients(3).UnlinkAsync(1)), Is.EqualTo(1), "unlink");
            Assert.That(await CountAsync(() => Doctors.Patients(3).UnlinkAllAsync()), Is.EqualTo(1), "unlink all");
        }
    }

    [Test]
    public async Task Set_takes_three_at_most_and_one_to_take_turns() =>
        Assert.That(await CountAsync(() => Doctors.Patients(1).SetAsync([2, 3], new() { At = Monday })), Is.EqualTo(TakingTurns + 3));

    [Test]
    public async Task Create_through_takes_two_or_one_where_a_subquery_may_write_and_delete_three()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await CountAsync(() => Doctors.Patients(3).CreateAsync(new() { Name = "x" }, new() { At = Monday })), Is.EqualTo(Kind == DatabaseKind.PostgreSql ? 1 : 2));
            Assert.That(await CountAsync(() => Doctors.Patients(3).DeleteAsync()), Is.EqualTo(3));
            Assert.That(await CountAsync(() => Doctors.Patients(3).DeleteAsync()), Is.EqualTo(1), "nothing to delete");
            Assert.That(await CountAsync(() => Doctors.Patients(1).DeleteAsync()), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Reading_takes_one()
    {
        var patients = Doctors.Patients(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await CountAsync(() => patients.ToListAsync()), Is.EqualTo(1));
            Assert.That(await CountAsync(() => patients.CountAsync()), Is.EqualTo(1));
            Assert.That(await CountAsync(() => patients.AnyAsync()), Is.EqualTo(1));
            Assert.That(await CountAsync(() => patients.ExistsAsync(1)), Is.EqualTo(1));
            Assert.That(await CountAsync(() => patients.FindByIdAsync(1)), Is.EqualTo(1));
            Assert.That(await CountAsync(() => patients.Links().ToListAsync()), Is.EqualTo(1));
            Assert.That(await CountAsync(() => Doctors.FindByIdAsync(1)), Is.EqualTo(1));
            Assert.That(await CountAsync(() => Appointments.Doctor(1).FindAsync()), Is.EqualTo(1));
            Assert.That(await CountAsync(() => Doctors.Where(d => d.Id == 99).Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync()), Is.EqualTo(1), "no parents, nothing to include");
        }
    }

    [Test]
    public async Task Single_statements_run_without_a_transaction_and_several_in_one()
    {
        using var log = Test.Record();

        await Doctors.ToListAsync();
        await Doctors.CreateAsync(new() { Name = "x" });
        await Doctors.Patients(1).LinkAsync(1, new() { At = Monday });
        await Doctors.Patients(1).UnlinkAllAsync();
        Assert.That(log.All.Select(static statement => statement.Kind), Is.All.EqualTo(StatementKind.Rows));

        await Doctors.Include(d => d.Patients).ToListAsync();
        Assert.That(log.All.Skip(4).Select(static statement => statement.Kind), Is.EqualTo([StatementKind.Transaction, StatementKind.Rows, StatementKind.Rows, StatementKind.Transaction]));
    }

    /// <summary>Where several write at a time, those who set the targets of one source take turns, by a statement that locks it.</summary>
    private int TakingTurns => Kind == DatabaseKind.PostgreSql ? 1 : 0;

    private async Task<int> CountAsync<T>(Func<ValueTask<T>> operation)
    {
        using var log = Test.Record();
        await operation();
        return log.Rows.Count;
    }
}
