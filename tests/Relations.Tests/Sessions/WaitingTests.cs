using System.Diagnostics;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Operations that wait for each other, or ask for more than a database gives.</summary>
public sealed class WaitingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Waiting_for_another_writer_can_be_cancelled()
    {
        await Doctors.CreateAsync(new() { Name = "x" });
        await using var transaction = await Db.BeginTransactionAsync();
        await Doctors.In(transaction).PatchByIdAsync(1, new() { Name = "y" }); // PostgreSQL's writers wait for who has changed the same row
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();

        Assert.CatchAsync<OperationCanceledException>(async () => await Doctors.PatchByIdAsync(1, new() { Name = "z" }, cancellation.Token));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        await transaction.CommitAsync();
        await Doctors.CreateAsync(new() { Name = "z" });
        Assert.That(Names(await Doctors.ToListAsync()), Is.EqualTo(["y", "z"]));
    }

    [Test]
    public async Task Writing_beside_ones_own_transaction_ends_in_an_error_and_not_in_waiting_for_ever()
    {
        await Doctors.CreateAsync(new() { Name = "x" });
        var database = Test.Reopen(Kind == DatabaseKind.PostgreSql ? "Command Timeout=1" : "Default Timeout=1");
        await using var transaction = await database.BeginTransactionAsync();
        await new DoctorRepository(transaction).PatchByIdAsync(1, new() { Name = "y" });

        Assert.ThrowsAsync<DatabaseLockedException>(async () => await new DoctorRepository(database).PatchByIdAsync(1, new() { Name = "z" }));

        await transaction.CommitAsync();
        await new DoctorRepository(database).CreateAsync(new() { Name = "z" });
        Assert.That(Names(await Doctors.ToListAsync()), Is.EqualTo(["y", "z"]));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Waiting_inside_an_operation_for_its_own_transaction_is_an_error_and_has_an_end(CancellationToken cancellationToken)
    {
        await SeedClinicAsync();
        await using var transaction = await Db.BeginTransactionAsync(cancellationToken);

        Assert.That(
            async () => await transaction.QueryAsync($"SELECT 1", _ => Doctors.In(transaction).CountAsync(cancellationToken).AsTask().GetAwaiter().GetResult(), cancellationToken),
            Throws.InvalidOperationException.With.Message.Contains("cannot be run from inside another one"));

        // What only began inside of it may wait for its turn.
        Task<int>? later = null;
        await transaction.QueryAsync($"SELECT 1", _ => later = Task.Run(async () =>
        {
            await Task.Delay(50, cancellationToken);
            return await Doctors.In(transaction).CountAsync(cancellationToken);
        }, cancellationToken), cancellationToken);
        Assert.That(await later!, Is.EqualTo(3));
    }

    [Test]
    public async Task Readings_can_nest()
    {
        await SeedClinicAsync();

        Assert.That(await NestedAsync(depth: 4), Is.EqualTo(81));

        async Task<int> NestedAsync(int depth)
        {
            if (depth == 0)
            {
                return 1;
            }

            var count = 0;
            await foreach (var _ in Doctors.AsAsyncEnumerable())
            {
                count += await NestedAsync(depth - 1);
            }

            return count;
        }
    }

    [Test]
    public async Task Conditions_in_a_row_may_be_many([Values(101, 2_000, 5_000)] int count)
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Where(d => Enumerable.Range(2, count).Select(id => d.Id == id & d.Name != "nobody").Aggregate(static (any, next) => any | next)).CountAsync(), Is.EqualTo(await Doctors.CountAsync() - 1));
            Assert.That(await Doctors.Where(d => Enumerable.Range(2, count).Select(id => d.Id != id).Aggregate(static (all, next) => all & next)).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Conditions_that_are_too_many_are_an_error_of_the_library()
    {
        var query = Doctors.Where(d => Enumerable.Range(0, 200_000).Select(id => d.Id == id).Aggregate(static (any, next) => any | next));

        Assert.That(async () => await query.CountAsync(), Throws.InstanceOf<RelationsException>());
        await Doctors.CreateAsync(new() { Name = "works" });
    }

    [Test]
    public async Task A_condition_that_is_too_deep_is_an_error_of_the_library([Values(2_000, 200_000)] int depth)
    {
        var query = Doctors.Where(d => Enumerable.Range(0, depth).Select(id => d.Id == id).Aggregate(static (inner, next) => !(inner & next)));

        Exception? error = null;
        try
        {
            await query.CountAsync();
        }
        catch (Exception caught)
        {
            error = caught;
        }

        Assert.That(error, depth == 2_000 && Kind == DatabaseKind.PostgreSql ? Is.Null : Is.InstanceOf<RelationsException>(), "how deep is too deep the database says");
        await Doctors.CreateAsync(new() { Name = "works" });
    }

    [Test]
    public async Task A_list_may_be_long()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Where(d => d.Id.In(Enumerable.Range(2, 200_000))).CountAsync(), Is.EqualTo(2));
            Assert.That(await Doctors.Where(d => d.Name.NotIn(Enumerable.Range(0, 50_000).Select(number => $"Mario{number}'\"{(Kind == DatabaseKind.PostgreSql ? "" : "\0")}"))).CountAsync(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Finding_by_id_keeps_to_the_querys_page()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Where(d => d.Id > 1).FindByIdOrDefaultAsync(1), Is.Null);
            Assert.That(await Doctors.Take(1).FindByIdOrDefaultAsync(1), Is.Not.Null);
        }
    }

    [Test]
    public async Task Deleting_users_that_follow_others_is_refused_whole()
    {
        var users = new UserRepository(Db);
        await users.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }]);
        await users.Users(1).LinkAsync(2);
        await users.Users(2).LinkAsync(3);
        var before = await Test.DumpAsync();

        Assert.That(await users.Users(2).DeleteAsync(), Is.EqualTo(1), "c follows nobody");
        Assert.That(await Test.DumpAsync(), Is.Not.EqualTo(before));
        await users.Users(2).CreateAsync(new() { Name = "c" });
        before = await Test.DumpAsync();

        Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await users.Users(1).DeleteAsync());
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }
}
