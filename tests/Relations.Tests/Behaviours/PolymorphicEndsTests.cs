using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Links both of whose ends are of several types: a source has only the links that name its type, to whatever type they lead.</summary>
public sealed class PolymorphicEndsTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private PlayerRepository Players => new(Db);

    private SquadRepository Squads => new(Db);

    private AwardGrantRepository Grants => new(Db);

    private Ribbon ribbon = null!;
    private Plaque plaque = null!;

    [SetUp]
    public async Task Seed()
    {
        await Players.CreateAsync(new());
        await Squads.CreateAllAsync([new(), new()]);
        ribbon = (Ribbon)await Squads.Awards(1).CreateAsync(new Ribbon { Title = "blue" }, new() { Reason = "won" });
        plaque = await new PlaqueRepository(Db).CreateAsync(new() { Title = "stone" });
    }

    [Test]
    public async Task Sources_of_one_key_are_told_apart()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Squads.Awards(1).ToListAsync()).Select(static award => award.Title), Is.EqualTo(["blue"]));
            Assert.That(await Players.Awards(1).CountAsync(), Is.Zero);
            Assert.That(await Players.Awards(1).Ribbon.CountAsync(), Is.Zero);
            Assert.That(await Players.Awards(1).Links().CountAsync(), Is.Zero);
            Assert.That((await Players.Include(static player => player.Awards).SingleAsync()).Awards, Is.Empty);
            Assert.That((await Squads.Include(static squad => squad.Awards).ToListAsync()).Select(static squad => squad.Awards.Count), Is.EqualTo([1, 0]));
            Assert.That(await Players.Where(static player => player.Awards.Any()).CountAsync(), Is.Zero);
            Assert.That(await Squads.Where(static squad => squad.Awards.Any(static award => award.Title == "blue")).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Writing_names_both_types_and_leaves_others_alone()
    {
        Assert.That(await Players.Awards(1).UnlinkAllAsync(), Is.Zero);
        Assert.That(await Players.Awards(1).SetAsync([]), Is.EqualTo(new SetResult(Added: 0, Removed: 0, Kept: 0)));
        Assert.That(await Players.Awards(1).DeleteAsync(), Is.Zero);
        Assert.That(await Players.Awards(1).LinkAsync(ribbon), Is.True);
        Assert.That(await Players.Awards(1).LinkAsync(ribbon), Is.False, "source, target and their types are the link's key");
        Assert.That(await Players.Awards(1).LinkAllAsync([ribbon, plaque]), Is.EqualTo(1));
        await Squads.Awards(2).CreateAllAsync([new Plaque { Title = "bronze" }, new Ribbon { Title = "red" }], new());

        Assert.That(
            (await Grants.ToListAsync()).Select(static grant => (grant.HolderType, grant.HolderId, grant.AwardType, grant.AwardId, grant.Reason)),
            Is.EquivalentTo(new (string, int, string, int, string?)[] { ("Squad", 1, "Ribbon", 1, "won"), ("Player", 1, "Ribbon", 1, null), ("Player", 1, "Plaque", 1, null), ("Squad", 2, "Plaque", 2, null), ("Squad", 2, "Ribbon", 2, null) }));
        Assert.That(await Players.Awards(1).SetAsync([plaque]), Is.EqualTo(new SetResult(Added: 0, Removed: 1, Kept: 1)));
        Assert.That(await Squads.Awards(1).Ribbon.UnlinkAsync(ribbon.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task A_source_that_is_not_there_gets_no_links()
    {
        var before = await Test.DumpAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Players.Awards(2).CreateAsync(new Ribbon { Title = "x" }, new()), Missing());
            Assert.That(async () => await Players.Awards(2).CreateAllAsync([new Plaque { Title = "x" }, new Ribbon { Title = "x" }], new()), Missing());
            Assert.That(async () => await Players.Awards(2).LinkAsync(ribbon), Missing());
            Assert.That(async () => await Players.Awards(2).SetAsync([ribbon]), Missing());
            Assert.That(async () => await Players.Awards(2).Ribbon.CreateAsync(new() { Title = "x" }, new()), Missing());
        }

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));

        static NUnit.Framework.Constraints.Constraint Missing() => Throws.TypeOf<ForeignKeyViolationException>().With.Message.Contains("There is no Player with Id 2");
    }

    [Test]
    public async Task The_schema_declares_neither_key()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);

        Assert.That(found.ForeignKeys.Where(static key => key.StartsWith("AwardGrant ", StringComparison.Ordinal)), Is.Empty);
    }
}
