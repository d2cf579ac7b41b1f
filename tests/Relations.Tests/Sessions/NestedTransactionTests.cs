using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Transactions inside transactions.</summary>
public sealed class NestedTransactionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task What_a_nested_transaction_commits_takes_effect_with_the_outer_one()
    {
        await using (var outer = await Db.BeginTransactionAsync())
        {
            await using var nested = await outer.BeginTransactionAsync();
            await Doctors.In(nested).CreateAsync(new() { Name = "nested" });
            await nested.CommitAsync();
            Assert.That(await Doctors.In(outer).CountAsync(), Is.EqualTo(4));
        }

        Assert.That(await Doctors.CountAsync(), Is.EqualTo(3), "the outer one was not committed");

        await using (var outer = await Db.BeginTransactionAsync())
        {
            await using var nested = await outer.BeginTransactionAsync();
            await Doctors.In(nested).CreateAsync(new() { Name = "nested" });
            await nested.CommitAsync();
            await outer.CommitAsync();
        }

        Assert.That(await Doctors.CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task A_rollback_whose_announcement_fails_ends_it_and_takes_nothing_else_back()
    {
        await using var outer = await Db.BeginTransactionAsync();
        await using var middle = await outer.BeginTransactionAsync();
        await Doctors.In(middle).CreateAsync(new() { Name = "kept" });
        await using (var inner = await middle.BeginTransactionAsync())
        {
            await Doctors.In(inner).CreateAsync(new() { Name = "taken back" });
            Db.StatementExecuting += Refuse;
            Assert.That(async () => await inner.RollbackAsync(), Throws.TypeOf<NotSupportedException>());
            Db.StatementExecuting -= Refuse;
        }

        await middle.CommitAsync();
        await outer.CommitAsync();
        Assert.That((await Doctors.ToListAsync()).Select(static doctor => doctor.Name), Does.Contain("kept").And.Not.Contain("taken back"));

        static void Refuse(StatementEvent statement) => throw new NotSupportedException();
    }

    [Test]
    public async Task Rolled_back_or_disposed_of_it_takes_back_its_own_alone()
    {
        await using (var outer = await Db.BeginTransactionAsync())
        {
            await Doctors.In(outer).CreateAsync(new() { Name = "before" });
            var rolledBack = await outer.BeginTransactionAsync();
            await Doctors.In(rolledBack).CreateAsync(new() { Name = "lost" });
            await rolledBack.RollbackAsync();
            await using (var disposed = await outer.BeginTransactionAsync())
            {
                await Doctors.In(disposed).Patients(1).DeleteAsync();
            }

            await Doctors.In(outer).CreateAsync(new() { Name = "after" });
            await outer.CommitAsync();
        }

        Assert.That(Names(await Doctors.OrderBy(d => d.Id).ToListAsync()), Is.EqualTo(["Mario", "Link", "Toad", "before", "after"]));
        Assert.That(await Doctors.Patients(1).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task After_an_error_in_it_the_outer_one_goes_on()
    {
        await using (var outer = await Db.BeginTransactionAsync())
        {
            await Doctors.In(outer).CreateAsync(new() { Name = "before" });
            await using (var nested = await outer.BeginTransactionAsync())
            {
                await Doctors.In(nested).CreateAsync(new() { Name = "lost" });
                Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Doctors.In(nested).Patients(1).LinkAsync(99, new() { At = Monday }));
            }

            await Doctors.In(outer).CreateAsync(new() { Name = "after" });
            await outer.CommitAsync();
        }

        Assert.That(Names(await Doctors.OrderBy(d => d.Id).ToListAsync()), Is.EqualTo(["Mario", "Link", "Toad", "before", "after"]));
    }

    [Test]
    public async Task They_nest_deeper_and_operations_have_savepoints_of_their_own_in_them()
    {
        await using (var first = await Db.BeginTransactionAsync())
        {
            await using var second = await first.BeginTransactionAsync();
            await Doctors.In(second).CreateAllAsync([new() { Name = "second" }, new() { Name = "second too" }]);
            await using (var third = await second.BeginTransactionAsync())
            {
                await Doctors.In(third).Patients(3).CreateAsync(new() { Name = "third" }, new() { At = Monday });
                Assert.ThrowsAsync<UniqueViolationException>(async () => await Doctors.In(third).CreateAllAsync([new() { Name = "y" }, new() { Id = 1, Name = "z" }]));
                await Doctors.In(third).CreateAsync(new() { Name = "third too" });
                await third.CommitAsync();
            }

            await using (var other = await second.BeginTransactionAsync())
            {
                await Doctors.In(other).CreateAsync(new() { Name = "lost" });
            }

            await second.CommitAsync();
            await first.CommitAsync();
        }

        Assert.That(Names(await Doctors.Where(d => d.Id > 3).OrderBy(d => d.Name).ToListAsync()), Is.EqualTo(["second", "second too", "third too"]));
        Assert.That(Names(await Doctors.Patients(3).ToListAsync()), Is.EqualTo(["third"]));
    }

    [Test]
    public async Task While_one_is_open_the_outer_one_runs_nothing_and_is_not_committed()
    {
        await using var outer = await Db.BeginTransactionAsync();
        var nested = await outer.BeginTransactionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.In(outer).CountAsync(), Throws.InvalidOperationException.With.Message.Contains("open inside"));
            Assert.That(async () => await outer.CommitAsync(), Throws.InvalidOperationException.With.Message.Contains("open inside"));
            Assert.That(async () => await outer.BeginTransactionAsync(), Throws.InvalidOperationException.With.Message.Contains("open inside"));
        }

        await nested.CommitAsync();
        Assert.That(async () => await nested.CommitAsync(), Throws.InvalidOperationException.With.Message.Contains("has ended"));
        Assert.That(await Doctors.In(outer).CountAsync(), Is.EqualTo(3));
        await outer.CommitAsync();
    }

    [Test]
    public async Task The_end_of_the_outer_one_ends_those_inside_in_any_order_of_disposal()
    {
        var before = await Test.DumpAsync();
        var outer = await Db.BeginTransactionAsync();
        var nested = await outer.BeginTransactionAsync();
        var innermost = await nested.BeginTransactionAsync();
        await Doctors.In(innermost).CreateAsync(new() { Name = "lost" });
        await nested.RollbackAsync();
        await Doctors.In(outer).CountAsync();
        nested = await outer.BeginTransactionAsync();
        await Doctors.In(nested).CreateAsync(new() { Name = "lost" });
        await outer.RollbackAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.In(nested).CountAsync(), Throws.InvalidOperationException.With.Message.Contains("has ended"));
            Assert.That(async () => await Doctors.In(innermost).CountAsync(), Throws.InvalidOperationException.With.Message.Contains("has ended"));
            Assert.That(async () => await nested.BeginTransactionAsync(), Throws.InvalidOperationException.With.Message.Contains("has ended"));
            Assert.That(async () => await nested.DisposeAsync(), Throws.Nothing);
            Assert.That(async () => await innermost.DisposeAsync(), Throws.Nothing);
            Assert.That(async () => await outer.DisposeAsync(), Throws.Nothing);
        }

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
        await using var next = await Db.BeginTransactionAsync();
        await using var inNext = await next.BeginTransactionAsync();
        await Doctors.In(inNext).CreateAsync(new() { Name = "x" });
        await inNext.CommitAsync();
        await next.CommitAsync();
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(4));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "An error leaves SQLite's transaction usable.")]
    public async Task A_transaction_in_which_a_statement_failed_is_not_committed_without_a_word()
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).CreateAsync(new() { Name = "lost" });
            Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Doctors.In(transaction).Patients(1).LinkAsync(99, new() { At = Monday }));
            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("nothing was written"));
        }

        Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
    }
}
