using Relations.Tests.Harness;
using Relations.Tests.Models;
using Relations.Tests.Queries;

namespace Relations.Tests.Behaviours;

/// <summary>Entities of every shape, and the repositories of their whole tables.</summary>
public sealed class EntityTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task A_repository_in_a_transaction_keeps_nothing_that_was_made_outside()
    {
        var licences = new LicenceRepository(Db);
        licences.InclusionResolvers.Remove("doctor");
        await using var transaction = await Db.BeginTransactionAsync();

        Assert.That(licences.Owners.Session, Is.SameAs(Db));
        Assert.That(licences.In(transaction).Owners.Session, Is.SameAs(transaction));
        Assert.That(async () => await licences.In(transaction).Include(l => l.Doctor).ToListAsync(), Throws.InstanceOf<InvalidInclusionException>());
    }

    [Test]
    public async Task Every_type_of_column_comes_back_as_it_went_in()
    {
        var world = await SampleWorld.CreateAsync(new Random(1), Db);

        var stored = await new SampleRepository(Db).ToListAsync();

        Assert.That(stored.Select(Shown), Is.EqualTo(world.Samples.Select(Shown)));

        static string Shown(Sample s) => FormattableString.Invariant(
            $"{s.Id} {s.Number} {s.Maybe} {s.Big} {s.Name} {s.Text} {s.Active} {s.Answer} {s.Mood} {s.OtherMood} {s.Price:G29} {s.Rebate:G29} {s.Ratio:R} {s.At:O} {s.Moment.UtcDateTime:O} {s.OtherMoment?.UtcDateTime:O} {s.Day:O} {s.Time:O} {s.Length} {s.Token}");
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "Times are kept to microseconds, offsets not at all.")]
    public async Task Times_are_kept_and_compared_to_the_tick_and_with_their_offset()
    {
        var samples = new SampleRepository(Db);
        var at = new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Unspecified).AddTicks(1);
        var moment = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(3);
        await samples.CreateAsync(new() { At = at, Moment = moment, OtherMoment = DateTimeOffset.MaxValue, Time = TimeOnly.MaxValue, Length = TimeSpan.MaxValue });
        await samples.CreateAsync(new() { At = DateTime.MaxValue, Moment = moment.AddTicks(1), Time = new(1), Length = TimeSpan.MinValue });

        var stored = await samples.ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(static s => (s.At, s.Time, s.Length)), Is.EqualTo([(at, TimeOnly.MaxValue, TimeSpan.MaxValue), (DateTime.MaxValue, new TimeOnly(1), TimeSpan.MinValue)]));
            Assert.That(stored.Select(static s => (s.Moment, s.Moment.Offset)), Is.EqualTo([(moment, moment.Offset), (moment.AddTicks(1), moment.Offset)]));
            Assert.That(stored[0].OtherMoment, Is.EqualTo(DateTimeOffset.MaxValue));
            Assert.That(await samples.Where(s => s.At < at.AddTicks(1) && s.At >= at).CountAsync(), Is.EqualTo(1));
            Assert.That(await samples.Where(s => s.Moment == moment.ToOffset(TimeSpan.FromHours(-3))).CountAsync(), Is.EqualTo(1));
            Assert.That(await samples.Where(s => s.Moment > moment).CountAsync(), Is.EqualTo(1));
            Assert.That(await samples.Where(s => s.Time < new TimeOnly(2)).CountAsync(), Is.EqualTo(1));
            Assert.That(await samples.Where(s => s.Length > TimeSpan.FromTicks(1)).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_rarer_types_come_back_as_they_went_in()
    {
        var oddities = new OddityRepository(Db);
        Oddity[] given =
        [
            new() { Id = 1, Letter = 'x' },
            new()
            {
                Id = 2, Tiny = sbyte.MinValue, Octet = byte.MaxValue, Short = short.MinValue, UShort = ushort.MaxValue, UInt = uint.MaxValue, ULong = long.MaxValue, Single = float.MaxValue, Double = double.Epsilon, Letter = 'ß', OtherLetter = '\'',
                Bytes = [0, 255, 0], OtherBytes = [], Day = DateOnly.MaxValue, Time = new(23, 59, 59, 999, 999), Token = Guid.NewGuid(), Length = TimeSpan.FromDays(-10_000_000),
            },
            new() { Id = long.MaxValue, Tiny = sbyte.MaxValue, Single = float.Epsilon, Double = double.NegativeInfinity, Letter = 'z', Bytes = [.. Enumerable.Repeat((byte)7, 100_000)], Length = TimeSpan.FromDays(10_000_000) + TimeSpan.FromMicroseconds(1) },
        ];
        await oddities.CreateAllAsync(given);

        Assert.That((await oddities.ToListAsync()).Select(Shown), Is.EqualTo(given.Select(Shown)));

        static string Shown(Oddity o) => FormattableString.Invariant(
            $"{o.Id} {o.Tiny} {o.Octet} {o.Short} {o.UShort} {o.UInt} {o.ULong} {o.Single:R} {o.Double:R} {o.Letter} {o.OtherLetter} {Convert.ToHexString(o.Bytes)} {(o.OtherBytes is null ? "null" : Convert.ToHexString(o.OtherBytes))} {o.Day:O} {o.Time:O} {o.Token} {o.Length}");
    }

    [Test]
    public async Task A_number_that_no_column_can_hold_is_stored_right_or_refused()
    {
        var oddities = new OddityRepository(Db);
        try
        {
            await oddities.CreateAsync(new() { Letter = 'x', ULong = ulong.MaxValue });
        }
        catch (Exception error) when (error is OverflowException or RelationsException)
        {
            Assert.That(await oddities.CountAsync(), Is.Zero);
            return;
        }

        Assert.That((await oddities.SingleAsync()).ULong, Is.EqualTo(ulong.MaxValue));
    }

    [Test]
    public async Task A_required_text_cannot_be_null()
    {
        var error = Assert.CatchAsync<RelationsException>(async () => await Doctors.CreateAsync(new() { Name = null! }));

        Assert.That(error, Is.TypeOf<ConstraintException>());
        Assert.That(await Doctors.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Records_are_equal_by_their_columns_and_keep_their_relations()
    {
        var bands = new BandRepository(Db);
        var created = await bands.CreateAsync(new(0, "Beatles"));
        await bands.Songs(created.Id).CreateAsync(new(0, 0, "Help!", TimeSpan.FromSeconds(138)));
        await bands.Songs(created).CreateAsync(new(0, 0, "Yesterday", null));

        var band = await bands.Include(b => b.Songs, s => s.Include(x => x.Band)).FindByIdAsync(created.Id);
        var renamed = band with { Name = "The Beatles" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(band, Is.EqualTo(created));
            Assert.That(band.GetHashCode(), Is.EqualTo(created.GetHashCode()));
            Assert.That(band.ToString(), Is.EqualTo("Band { Id = 1, Name = Beatles }"));
            Assert.That(renamed.Songs.Select(static song => song.Title), Is.EqualTo(["Help!", "Yesterday"]));
            Assert.That(band.Songs[0].Band, Is.EqualTo(band));
            Assert.That(band.Songs[0], Is.EqualTo(new Song(1, 1, "Help!", TimeSpan.FromSeconds(138))));
            Assert.That(() => created.Songs, Throws.TypeOf<RelationNotLoadedException>());
        }

        await bands.UpdateAsync(renamed);
        Assert.That((await bands.FindByIdAsync(1)).Name, Is.EqualTo("The Beatles"));
    }

    [Test]
    public async Task A_whole_table_can_be_created_saved_replaced_and_emptied()
    {
        var tags = new TagRepository(Db);
        using (Assert.EnterMultipleScope())
        {
            var third = Kind == DatabaseKind.PostgreSql ? 2 : 11; // a key of the caller's does not move PostgreSQL's identity on
            Assert.That((await tags.CreateAllAsync([new() { Name = "a" }, new() { Id = 10, Name = "b" }, new() { Name = "c" }])).Select(static tag => tag.Id), Is.EqualTo([1, 10, third]));
            Assert.That(await tags.CreateAllAsync([]), Is.Empty);
            Assert.That((await tags.SaveAsync(new() { Id = 10, Name = "B" })).Name, Is.EqualTo("B"));
            Assert.That((await tags.SaveAsync(new() { Id = 20, Name = "new" })).Id, Is.EqualTo(20));
            Assert.That((await tags.SaveAsync(new() { Name = "generated" })).Id, Is.EqualTo(Kind == DatabaseKind.PostgreSql ? 3 : 21));
            await tags.ReplaceByIdAsync(1, new() { Name = "A" });
            await tags.PatchByIdAsync(third, new() { Name = "C" });
            await tags.DeleteByIdAsync(20);
            Assert.That((await tags.OrderByDescending(t => t.Name).ToListAsync()).Select(static tag => tag.Name), Is.EqualTo(["generated", "C", "B", "A"]));
            Assert.That(await tags.ExistsAsync(20), Is.False);
            Assert.That(await tags.Where(t => t.Name.In("generated", "C")).DeleteAsync(), Is.EqualTo(2));
            Assert.That(await tags.DeleteAllAsync(), Is.EqualTo(2));
            Assert.That(await tags.FindByIdOrDefaultAsync(1), Is.Null);
        }
    }

    [Test]
    public async Task A_patch_to_null_and_to_the_default_is_a_patch()
    {
        var orders = new OrderRepository(Db);
        await orders.CreateAsync(new() { Description = "x", Group = "g", Select = 5, IsShipped = true });

        await orders.PatchByIdAsync(1, new() { Group = null, Select = 0, IsShipped = false });

        var order = await orders.SingleAsync();
        Assert.That((order.Description, order.Group, order.Select, order.IsShipped), Is.EqualTo(("x", (string?)null, 0, false)));
    }

    [Test]
    public async Task A_row_that_somebody_else_changed_is_not_overwritten()
    {
        var documents = new DocumentRepository(Db);
        var mine = await documents.CreateAsync(new() { Title = "draft", Version = 1 });
        var theirs = await documents.FindByIdAsync(mine.Id);
        theirs.Title = "theirs";
        await documents.UpdateAsync(theirs);
        mine.Title = "mine";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => documents.UpdateAsync(mine), Throws.TypeOf<ConcurrencyException>());
            Assert.That((await documents.SingleAsync()).Title, Is.EqualTo("theirs"));
            Assert.That((await documents.SingleAsync()).Version, Is.EqualTo(2));
            await documents.PatchByIdAsync(mine.Id, new() { Title = "patched" });
            Assert.That((await documents.SingleAsync()).Version, Is.EqualTo(3));
            Assert.That(() => documents.UpdateAsync(new() { Id = 9, Title = "x" }), Throws.TypeOf<EntityNotFoundException>());
        }
    }

    [Test]
    public async Task A_row_that_is_nothing_but_its_key_works()
    {
        var tokens = new TokenRepository(Db);
        await tokens.CreateAllAsync([new() { Value = "a" }, new() { Value = "b" }]);
        var tickets = new TicketRepository(Db);
        await tickets.CreateAsync(new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await tickets.SaveAsync(new())).Id, Is.EqualTo(2));
            Assert.That((await tickets.SaveAsync(new() { Id = 2 })).Id, Is.EqualTo(2));
            Assert.That(await tickets.CountAsync(), Is.EqualTo(2));
            Assert.That((await tokens.SaveAsync(new() { Value = "a" })).Value, Is.EqualTo("a"));
            Assert.That(async () => await tokens.UpdateAsync(new() { Value = "a" }), Throws.Nothing);
            Assert.That(() => tokens.UpdateAsync(new() { Value = "z" }), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(await tokens.CountAsync(), Is.EqualTo(2));
            Assert.That(await tokens.ExistsAsync("b"));
        }
    }

    [Test]
    public async Task A_has_one_has_one()
    {
        await SeedClinicAsync();
        var licence = await Doctors.Licence(1).CreateAsync(new() { Number = "007" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(licence.DoctorId, Is.EqualTo(1));
            Assert.That((await Doctors.Licence(1).FindAsync())!.Number, Is.EqualTo("007"));
            Assert.That((await Doctors.Licence(1).Include(l => l.Doctor).FindAsync())!.Doctor!.Name, Is.EqualTo("Mario"));
            Assert.That(await Doctors.Licence(2).FindAsync(), Is.Null);
            Assert.That(() => Doctors.Licence(1).CreateAsync(new() { Number = "008" }), Throws.TypeOf<ConstraintException>());
            Assert.That(() => Doctors.Licence(2).CreateAsync(new() { Number = "008", DoctorId = 1 }), Throws.TypeOf<ConstraintException>());
            Assert.That(() => Doctors.Licence(99).CreateAsync(new() { Number = "008" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Doctors.Licence(1).PatchAsync(new() { Number = "009" }));
            Assert.That(await Doctors.Licence(2).PatchAsync(new() { Number = "009" }), Is.False);
            Assert.That(() => Doctors.Licence(1).PatchAsync(new() { DoctorId = 2 }), Throws.TypeOf<ConstraintException>());
            Assert.That((await Doctors.Where(d => d.Licence.Any(l => l.Number == "009")).ToListAsync()).Select(static doctor => doctor.Id), Is.EqualTo([1]));
            Assert.That((await Doctors.Where(d => d.Licence.None()).ToListAsync()).Select(static doctor => doctor.Id), Is.EqualTo([2, 3]));
            Assert.That(await Doctors.Licence(1).DeleteAsync());
            Assert.That(await Doctors.Licence(1).DeleteAsync(), Is.False);
        }
    }

    [Test]
    public async Task A_has_one_may_share_its_sources_key()
    {
        var citizens = new CitizenRepository(Db);
        await citizens.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }]);

        var passport = await citizens.Passport(2).CreateAsync(new() { Number = "N2" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(passport.CitizenId, Is.EqualTo(2));
            Assert.That((await citizens.Passport(2).FindAsync())!.Number, Is.EqualTo("N2"));
            Assert.That((await citizens.Include(c => c.Passport).ToListAsync()).Select(static citizen => citizen.Passport?.Number), Is.EqualTo([null, "N2"]));
        }
    }

    [Test]
    public async Task Belongs_to_finds_the_target_of_one_source()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Appointments.Doctor(4).FindAsync())!.Name, Is.EqualTo("Link"));
            Assert.That((await Appointments.Doctor(4).Include(d => d.Patients).FindAsync())!.Patients, Has.Count.EqualTo(2));
            Assert.That(await Appointments.Doctor(99).FindAsync(), Is.Null);
            Assert.That((await Appointments.Where(a => a.Doctor.Any(d => d.Name == "Link") && a.Patient.Any(p => p.BirthYear == 1986)).ToListAsync()).Select(static appointment => appointment.Id), Is.EqualTo([4]));
        }
    }

    [Test]
    public async Task Through_data_that_was_not_assigned_has_the_models_own_initial_value()
    {
        var articles = new ArticleRepository(Db);
        await articles.CreateAsync(new() { Title = "A" });

        await articles.Tags(1).CreateAsync(new() { Name = "a" });
        await articles.Tags(1).CreateAsync(new() { Name = "b" }, new() { Weight = 0 });

        Assert.That((await articles.Tags(1).Links().ToListAsync()).Select(static link => link.Through.Weight), Is.EqualTo([7, 0]));
    }

    [Test]
    public async Task Text_is_ordered_and_compared_by_its_characters()
    {
        var tags = new TagRepository(Db);
        string[] names = ["b", "B", "a", "A", "ä", "z", "Z", "1", "10", "2", " ", "_"];
        await tags.CreateAllAsync(names.Select(static name => new Tag { Name = name }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await tags.OrderBy(t => t.Name).ToListAsync()).Select(static tag => tag.Name), Is.EqualTo(names.Order(StringComparer.Ordinal)));
            Assert.That(await tags.Where(t => t.Name == "a").CountAsync(), Is.EqualTo(1));
            Assert.That(await tags.Where(t => t.Name.Like("Ä", ignoreCase: true)).CountAsync(), Is.EqualTo(1));
            Assert.That(await tags.Where(t => t.Name > "Z" && t.Name < "b").CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task A_variable_that_is_null_asks_for_null()
    {
        var orders = new OrderRepository(Db);
        await orders.CreateAllAsync([new() { Description = "a", Group = "g" }, new() { Description = "b" }]);
        string? nothing = null;
        int? noCustomer = null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await orders.Where(o => o.Group == nothing).CountAsync(), Is.EqualTo(1));
            Assert.That(await orders.Where(o => o.Group != nothing).CountAsync(), Is.EqualTo(1));
            Assert.That(await orders.Where(o => o.Group != "x").CountAsync(), Is.EqualTo(1));
            Assert.That(await orders.Where(o => o.CustomerId == noCustomer).CountAsync(), Is.EqualTo(2));
            Assert.That(await orders.Where(o => o.CustomerId < noCustomer).CountAsync(), Is.Zero);
            Assert.That(await orders.Where(o => !(o.Group < nothing!)).CountAsync(), Is.Zero, "nor is the opposite met");
            Assert.That(await orders.Where(o => o.CustomerId.In(new List<int> { 1 }) || o.CustomerId == null).CountAsync(), Is.EqualTo(2));
        }
    }
}
