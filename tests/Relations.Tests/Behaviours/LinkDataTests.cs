using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>What new links carry that nobody assigned, and through models that are made by a constructor.</summary>
public sealed class LinkDataTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private TroupeRepository Troupes => new(Db);

    private EngagementRepository Engagements => new(Db);

    private RehearsalRepository Rehearsals => new(Db);

    [SetUp]
    public async Task SeedAsync()
    {
        await Troupes.CreateAsync(new() { Name = "mime" });
        await new HallRepository(Db).CreateAllAsync([new() { Name = "old" }, new() { Name = "new" }, new() { Name = "small" }]);
    }

    [Test]
    public async Task Each_link_has_initial_values_of_its_own()
    {
        var halls = Troupes.Halls(1);
        Assert.That(await halls.LinkAllAsync([1, 2]), Is.EqualTo(2));
        Assert.That(await halls.LinkAllAsync([3, 1, 2], new() { Remark = "again" }), Is.EqualTo(1), "the others are linked");
        var set = await halls.SetAsync([1]);
        Assert.That((set.Added, set.Removed, set.Kept), Is.EqualTo((0, 2, 1)));
        set = await halls.SetAsync([1, 2, 3], new() { Remark = "set" });
        Assert.That((set.Added, set.Removed, set.Kept), Is.EqualTo((2, 0, 1)));
        await halls.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }], new() { Remark = "created" });

        var links = await Engagements.OrderBy(e => e.HallId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(static link => link.HallId), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
            Assert.That(links.Select(static link => link.TroupeId), Is.All.EqualTo(1));
            Assert.That(links.Select(static link => link.Id), Is.Unique.And.None.EqualTo(Guid.Empty));
            Assert.That(links.Select(static link => link.Number), Is.Unique);
            Assert.That(links.Select(static link => link.Remark), Is.EqualTo(new[] { null, "set", "set", "created", "created" }));
            Assert.That(links.Select(static link => link.Note), Is.Unique.And.None.Null);
            Assert.That(links.Select(static link => link.Agreed).Distinct().Count(), Is.EqualTo(3), "a moment is that of the operation");
            Assert.That((links[2].Agreed, links[4].Agreed), Is.EqualTo((links[1].Agreed, links[3].Agreed)));
        }
    }

    [Test]
    public async Task Links_with_values_of_their_own_are_written_all_or_none()
    {
        var before = await Test.DumpAsync();
        Assert.That(async () => await Troupes.Halls(1).LinkAllAsync([1, 2, 99]), Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(async () => await Troupes.Halls(1).LinkAllAsync([1, 2], new() { Number = 7 }), Throws.TypeOf<UniqueViolationException>());
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_assigned_is_that_of_all_links()
    {
        await Troupes.Halls(1).LinkAsync(1, new() { Note = "one", Number = 70 });
        await Troupes.Halls(1).LinkAllAsync([2], new() { Note = null, Number = 71 });
        var links = await Engagements.OrderBy(e => e.Number).ToListAsync();
        Assert.That(links.Select(static link => (link.HallId, link.Note, link.Number)), Is.EqualTo(new[] { (1, "one", 70), (2, (string?)null, 71) }));
    }

    [Test]
    public async Task A_constructor_gets_the_keys_of_the_link()
    {
        var stages = Troupes.Stages(1);
        Assert.That(await stages.LinkAsync(1), Is.True);
        Assert.That(await stages.LinkAllAsync([2, 3], new() { Hours = 5 }), Is.EqualTo(2));
        var created = await stages.CreateAsync(new() { Name = "made" }, new() { Hours = 4 });
        await stages.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }]);
        Assert.That(async () => await stages.CreateAsync(new() { Name = "none" }, new() { Hours = -1 }), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(async () => await stages.LinkAsync(1, new() { Hours = -1 }), Throws.TypeOf<ArgumentOutOfRangeException>());

        var links = await Rehearsals.OrderBy(r => r.HallId).ToListAsync();
        Assert.That(created.Id, Is.EqualTo(4));
        Assert.That(links.Select(static link => (link.TroupeId, link.HallId, link.Hours)), Is.EqualTo(new[] { (1, 1, 2), (1, 2, 5), (1, 3, 5), (1, 4, 4), (1, 5, 2), (1, 6, 2) }));
        Assert.That(links.Select(static link => link.Label), Is.EqualTo(new[] { "1-1", "1-2", "1-3", "1-4", "1-5", "1-6" }));
        Assert.That(await new HallRepository(Db).CountAsync(), Is.EqualTo(6));
    }
}
