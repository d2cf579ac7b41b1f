using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>Primary keys of which foreign keys are a part.</summary>
public sealed class PartKeyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly Guid ann = new(1, 0, 0, new byte[8]);
    private static readonly Guid ben = new(2, 0, 0, new byte[8]);
    private static readonly DateOnly may = new(2025, 5, 1);

    private HotelRepository Hotels => new(Db);

    private FloorRepository Floors => new(Db);

    [SetUp]
    public async Task Seed()
    {
        await Hotels.CreateAllAsync([new() { Town = "Rome", Number = 1 }, new() { Town = "Rome", Number = 2 }, new() { Town = "Oslo", Number = 1 }]);
        await new LodgerRepository(Db).CreateAllAsync([new() { Id = ann }, new() { Id = ben }]);
    }

    [Test]
    public async Task Rows_below_another_are_told_apart_by_it()
    {
        var rome = Hotels.Floors(("Rome", 1));
        await rome.CreateAllAsync([new() { Level = 0 }, new() { Level = 1, HotelNumber = 1 }]);
        await Hotels.Floors(("Rome", 2)).CreateAsync(new() { Level = 0, Colour = "red" });
        await Floors.Chambers(("Rome", 2, 0)).CreateAsync(new());
        await rome.Where(floor => floor.Level == 1).PatchAsync(new() { Colour = "blue" });
        var all = await Hotels.Include(hotel => hotel.Floors, floors => floors.Include(floor => floor.Chambers, chambers => chambers.Include(chamber => chamber.Floor))).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static hotel => string.Join(' ', hotel.Floors.Select(static floor => $"{floor.Level}{floor.Colour}{floor.Chambers.Count}"))), Is.EqualTo(["", "00 1blue0", "0red1"]));
            Assert.That(all[2].Floors[0].Chambers[0].Floor?.Colour, Is.EqualTo("red"));
            Assert.That((await Floors.Hotel(("Rome", 1, 1)).FindAsync())?.Number, Is.EqualTo(1));
            Assert.That(async () => await rome.CreateAsync(new() { Level = 1 }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(async () => await rome.CreateAsync(new() { Level = 2, HotelTown = "Oslo" }), Throws.TypeOf<ConstraintException>());
            Assert.That((await rome.FindAsync(Filter<Floor>.Parse("""{"where":{"hotelTown":"Rome","level":{"gt":0}}}"""))).Single().Colour, Is.EqualTo("blue"));
            Assert.That(await rome.ExistsAsync(("Rome", 2, 0)), Is.False, "the floor of another hotel");
            Assert.That(await rome.DeleteAsync(), Is.EqualTo(2));
            Assert.That(await Floors.CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Links_with_a_key_of_more_than_the_pair_are_many()
    {
        var lodgers = Hotels.Lodgers(("Rome", 1));
        await lodgers.LinkAsync(ann, new() { From = may, Nights = 2 });
        await lodgers.LinkAsync(ann, new() { From = may.AddDays(9) });
        await Hotels.Lodgers(("Oslo", 1)).LinkAllAsync([ann, ben], new() { From = may });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await lodgers.LinkAsync(ann, new() { From = may }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(await lodgers.CountAsync(), Is.EqualTo(1));
            Assert.That((await lodgers.Links().ToListAsync()).Select(static link => (link.Through.From, link.Through.Nights)), Is.EquivalentTo([(may, 2), (may.AddDays(9), 1)]));
            Assert.That((await Hotels.Include(hotel => hotel.Lodgers, lodgers => lodgers.Include(lodger => lodger.Hotels)).Include(hotel => hotel.Stays).ToListAsync()).Select(static hotel => (hotel.Lodgers.Count, hotel.Stays.Count)), Is.EqualTo([(2, 2), (1, 2), (0, 0)]));
            Assert.That(await lodgers.Where((_, stay) => stay.From > may).PatchLinksAsync(new() { Nights = 5 }), Is.EqualTo(1));
            Assert.That(await lodgers.SetAsync([ann, ben], new() { From = may }), Is.EqualTo(new SetResult(1, 0, 1)));
            Assert.That(await lodgers.Where((_, stay) => stay.Nights == 5).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await lodgers.UnlinkAsync(ann), Is.EqualTo(1));
            Assert.That((await new StayRepository(Db).FindByIdAsync(("Rome", 1, ben, may))).Nights, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Links_whose_target_is_null_are_no_targets_to_set()
    {
        var teams = new TeamRepository(Db);
        await teams.CreateAsync(new() { Name = "t" });
        await new SponsorRepository(Db).CreateAllAsync([new() { Name = "s" }, new() { Name = "u" }]);
        await new SponsorshipRepository(Db).CreateAllAsync([new() { TeamId = 1, SponsorId = 2 }, new() { TeamId = 1 }]);

        Assert.That(await teams.Sponsors(1).SetAsync([1], new()), Is.EqualTo(new SetResult(1, 1, 0)));
        Assert.That((await teams.Sponsors(1).ToListAsync()).Select(static sponsor => sponsor.Name), Is.EqualTo(["s"]));
    }
}
