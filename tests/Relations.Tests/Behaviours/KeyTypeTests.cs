using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Relations over keys of other types than int.</summary>
public sealed class KeyTypeTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private TravellerRepository Travellers => new(Db);

    [SetUp]
    public async Task Seed() => await Travellers.CreateAllAsync([new() { Id = 5_000_000_000, Serial = "A" }, new() { Serial = null }, new() { Serial = "B" }, new() { Serial = null }]);

    [Test]
    public async Task Enum_keys()
    {
        var worlds = new WorldRepository(Db);
        await worlds.CreateAllAsync([new() { Planet = Planet.Mercury, Name = "m" }, new() { Planet = Planet.Neptune, Name = "n" }]);
        var relation = Travellers.Worlds(5_000_000_000);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await relation.CreateAsync(new() { Planet = Planet.Earth, Name = "e" }, new() { Mood = Mood.Cross })).Planet, Is.EqualTo(Planet.Earth));
            Assert.That(await relation.LinkAllAsync([Planet.Neptune, Planet.Earth, Planet.Neptune]), Is.EqualTo(1));
            Assert.That(await relation.LinkAsync(Planet.Earth), Is.False);
            Assert.That((await relation.Links().ToListAsync()).Select(static link => (link.Target.Planet, link.Through.Mood)), Is.EqualTo([(Planet.Earth, Mood.Cross), (Planet.Neptune, (Mood?)null)]));
            Assert.That((await Travellers.Include(t => t.Worlds, w => w.Include(x => x.Travellers)).FindByIdAsync(5_000_000_000)).Worlds.Select(static world => (world.Planet, world.Travellers.Count)), Is.EqualTo([(Planet.Earth, 1), (Planet.Neptune, 1)]));
            Assert.That((await worlds.FindByIdAsync(Planet.Neptune)).Name, Is.EqualTo("n"));
            Assert.That((await worlds.Where(w => w.Planet.In(Planet.Neptune, Planet.Mercury) && w.Planet > Planet.Mercury).SingleAsync()).Name, Is.EqualTo("n"));
            Assert.That(await relation.Where((_, landing) => landing.Mood == Mood.Cross).CountAsync(), Is.EqualTo(1));
            Assert.That(await relation.SetAsync([Planet.Mercury, Planet.Earth]), Is.EqualTo(new SetResult(1, 1, 1)));
            Assert.That(await relation.UnlinkAsync(Planet.Earth), Is.EqualTo(1));
            Assert.That((await new LandingRepository(Db).FindByIdAsync((5_000_000_000, Planet.Mercury))).WorldPlanet, Is.EqualTo(Planet.Mercury));
            Assert.That(await relation.DeleteAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Keys_that_are_fractions_are_found_in_lists_to_the_last_bit()
    {
        var random = new Random(7);
        double[] keys = [-2.5725654179212355E-110, double.Epsilon, double.MaxValue, double.MinValue, 0.1, -0.0, 1e300, 123456789012345680, .. Enumerable.Range(0, 100).Select(_ => Extreme(random)).Distinct()];
        var pitches = new PitchRepository(Db);
        await pitches.CreateAllAsync(keys.Select(static key => new Pitch { Id = key, Narrow = (float)(key % 1e30) }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await pitches.Where(p => p.Id.In(keys)).CountAsync(), Is.EqualTo(keys.Length));
            Assert.That(await pitches.Where(p => p.Narrow.In(keys.Select(static key => (float)(key % 1e30)).ToArray())).CountAsync(), Is.EqualTo(keys.Length));
            Assert.That(await pitches.Above(0.1).LinkAllAsync(keys), Is.EqualTo(keys.Length));
            Assert.That((await pitches.Include(static p => p.Above).Where(static p => p.Id.In(0.1, 1e300)).OrderBy(static p => p.Id).ToListAsync()).Select(static p => p.Above.Count), Is.EqualTo([keys.Length, 0]));
            Assert.That(await pitches.Above(0.1).SetAsync([keys[0], double.Epsilon]), Is.EqualTo(new SetResult(0, keys.Length - 2, 2)));
        }

        static double Extreme(Random random)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            return double.IsFinite(value) ? value : 1;
        }
    }

    [Test]
    public async Task Keys_that_are_bytes_are_equal_by_their_value()
    {
        var fingerprints = new FingerprintRepository(Db);
        await fingerprints.CreateAllAsync([new() { Hash = [1, 3] }, new() { Hash = [2] }]);
        await fingerprints.Sightings([1, 3]).CreateAsync(new() { FingerprintHash = [1, 3] });
        await fingerprints.ReplaceByIdAsync([1, 3], new() { Hash = [1, 3] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await fingerprints.Include(f => f.Sightings).ToListAsync()).Select(static fingerprint => fingerprint.Sightings.Count), Is.EqualTo([1, 0]));
            Assert.That(async () => await fingerprints.Sightings([2]).CreateAsync(new() { FingerprintHash = [1, 3] }), Throws.TypeOf<ConstraintException>());
        }
    }

    [Test]
    public async Task Date_keys()
    {
        var relation = Travellers.Feasts(5_000_000_000);
        var easter = new DateOnly(2025, 4, 20);
        await relation.CreateAsync(new() { Day = easter, Name = "Easter" });
        await new FeastRepository(Db).CreateAsync(new() { Day = DateOnly.MaxValue, Name = "last" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await relation.LinkAllAsync([DateOnly.MaxValue, easter]), Is.EqualTo(2));
            Assert.That((await relation.ToListAsync()).Select(static feast => feast.Name), Is.EqualTo(["Easter", "last"]));
            Assert.That((await Travellers.Include(t => t.Feasts).FindByIdAsync(5_000_000_000)).Feasts, Has.Count.EqualTo(2));
            Assert.That(await relation.SetAsync([easter]), Is.EqualTo(new SetResult(0, 1, 1)));
        }
    }

    [Test]
    public async Task Decimal_keys_are_equal_by_their_number()
    {
        var relation = Travellers.Coins(5_000_000_000);
        await relation.CreateAsync(new() { Value = 0.50m, Symbol = '½' });
        await new CoinRepository(Db).CreateAllAsync([new() { Value = 10, Symbol = 'X' }, new() { Value = 2, Symbol = '2' }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await relation.LinkAllAsync([10.0m, 2.000m]), Is.EqualTo(2));
            Assert.That((await relation.ToListAsync()).Select(static coin => coin.Symbol), Is.EqualTo(['½', '2', 'X']), "ordered as numbers");
            Assert.That((await Travellers.Include(t => t.Coins).FindByIdAsync(5_000_000_000)).Coins.Select(static coin => coin.Symbol), Is.EqualTo(['½', '2', 'X']));
            Assert.That((await new CoinRepository(Db).FindByIdAsync(0.5m)).Symbol, Is.EqualTo('½'));
            Assert.That(() => new CoinRepository(Db).CreateAsync(new() { Value = 10.00m }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(await relation.SetAsync([10.000m]), Is.EqualTo(new SetResult(0, 2, 1)));
            Assert.That(await relation.UnlinkAsync(10.00m), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_source_key_that_may_be_null()
    {
        await Travellers.Suitcases("A").CreateAllAsync([new() { Id = Guid.NewGuid(), Weight = uint.MaxValue }, new() { Id = Guid.NewGuid() }]);
        await new SuitcaseRepository(Db).CreateAsync(new() { Id = Guid.NewGuid(), OwnerSerial = null });
        await Travellers.Stickers("B").CreateAsync(new() { Text = "hi" });

        var all = await Travellers.Include(t => t.Suitcases).Include(t => t.Stickers).OrderBy(t => t.Serial).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static traveller => (traveller.Serial, traveller.Suitcases.Count, traveller.Stickers.Count)), Is.EqualTo([(null, 0, 0), ((string?)null, 0, 0), ("A", 2, 0), ("B", 0, 1)]));
            Assert.That(all[0].Suitcases, Is.Not.SameAs(all[1].Suitcases));
            Assert.That(() => Travellers.Suitcases((string)null!), Throws.ArgumentNullException);
            Assert.That(() => Travellers.Suitcases(all[0]), Throws.InstanceOf<ArgumentException>());
            Assert.That(await Travellers.Suitcases(all[2]).CountAsync(), Is.EqualTo(2));
            Assert.That(await Travellers.Where(t => t.Suitcases.Any(s => s.Weight > 1_000_000_000)).CountAsync(), Is.EqualTo(1));
            Assert.That(await Travellers.Where(t => t.Suitcases.None()).CountAsync(), Is.EqualTo(3));
        }
    }
}
