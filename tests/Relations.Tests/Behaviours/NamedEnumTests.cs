using System.Text;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Enums that are stored by name.</summary>
public sealed class NamedEnumTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private DeckRepository Decks => new(Db);

    private SuitSheetRepository Sheets => new(Db);

    [Test]
    public async Task The_name_is_stored_and_the_value_comes_back()
    {
        var deck = await Decks.CreateAsync(new() { Trump = Suit.Diamonds, Side = Suit.Clubs, Flaws = Flaws.Bent | Flaws.Stained, Lowest = new(Face.Queen) });
        Assert.That(
            await Db.QueryAsync($"SELECT \"Trump\", \"Side\", \"Flaws\", \"Lowest\" FROM \"Deck\"", static row => string.Join('|', row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))),
            Is.EqualTo(new[] { "Diamonds|Clubs|Bent, Stained|Queen" }));
        var found = await Decks.FindByIdAsync(deck.Id);
        Assert.That((found.Trump, found.Side, found.Flaws, found.Lowest), Is.EqualTo((Suit.Diamonds, (Suit?)Suit.Clubs, Flaws.Bent | Flaws.Stained, (Rank?)new Rank(Face.Queen))));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "It has no type that fills texts up with spaces.")]
    public async Task A_column_that_fills_names_up_with_spaces_is_read()
    {
        await Db.ExecuteAsync($"ALTER TABLE \"Deck\" ALTER COLUMN \"Trump\" TYPE char(20)");
        await Decks.CreateAsync(new() { Trump = Suit.Diamonds });

        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump == Suit.Diamonds)), Is.EqualTo(new[] { Suit.Diamonds }));
    }

    [Test]
    public void A_column_of_names_is_compared_with_none_of_numbers()
    {
        Assert.That(() => new DrawRepository(Db).Where(d => d.Named == d.Numbered), Throws.ArgumentException.With.Message.Contains("Named and Numbered cannot be compared"));
        Assert.That(() => new DrawRepository(Db).Where(d => d.Numbered < d.Named), Throws.ArgumentException);
    }

    [Test]
    public async Task Conditions_compare_names_and_order_is_by_name()
    {
        await SeedAsync();
        Suit? none = null;
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump == Suit.Hearts)), Is.EqualTo(new[] { Suit.Hearts }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump != Suit.Hearts)), Is.EquivalentTo(new[] { Suit.Spades, Suit.Clubs, Suit.Diamonds }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump.In(Suit.Spades, Suit.Clubs))), Is.EquivalentTo(new[] { Suit.Spades, Suit.Clubs }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump.NotIn(Suit.Spades, Suit.Clubs))), Is.EquivalentTo(new[] { Suit.Hearts, Suit.Diamonds }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Trump > Suit.Diamonds)), Is.EquivalentTo(new[] { Suit.Hearts, Suit.Spades }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Side == none)), Has.Count.EqualTo(3));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Side == Suit.Clubs)), Is.EqualTo(new[] { Suit.Spades }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Side.In(Suit.Clubs, Suit.Hearts))), Is.EqualTo(new[] { Suit.Spades }));
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Lowest == new Rank(Face.King))), Is.EqualTo(new[] { Suit.Hearts }));
        Assert.That(await TrumpsAsync(Decks.OrderBy(d => d.Trump)), Is.EqualTo(new[] { Suit.Clubs, Suit.Diamonds, Suit.Hearts, Suit.Spades }));
    }

    [Test]
    public async Task A_name_that_is_not_asked_for_stays_the_default()
    {
        await Sheets.CreateAsync(new() { Suit = Suit.Spades, Name = "s" });
        await Sheets.Decks(Suit.Spades).CreateAsync(new() { Trump = Suit.Hearts, Side = Suit.Clubs, Flaws = Flaws.Bent, Lowest = new(Face.King) }, new());

        var deck = await Decks.Fields(static d => d.Id, static d => d.Lowest).SingleAsync();
        var filtered = (await Decks.FindAsync(Filter<Deck>.Parse("""{"fields":{"trump":false}}"""))).Single();
        var included = await Sheets.Include(static s => s.Decks, static decks => decks.Fields(static d => d.Side)).ToListAsync();

        Assert.That((deck.Trump, deck.Side, deck.Flaws, deck.Lowest), Is.EqualTo((default(Suit), (Suit?)null, default(Flaws), (Rank?)new Rank(Face.King))));
        Assert.That((filtered.Trump, filtered.Side, filtered.Flaws), Is.EqualTo((default(Suit), (Suit?)Suit.Clubs, Flaws.Bent)));
        Assert.That(included.Single().Decks.Select(static d => (d.Trump, d.Side, d.Lowest)), Is.EqualTo([(default(Suit), (Suit?)Suit.Clubs, (Rank?)null)]));
    }

    [Test]
    public async Task A_relation_fills_in_a_key_whose_unset_value_has_no_name()
    {
        var faces = new FaceSheetRepository(Db);
        await faces.CreateAsync(new() { Face = Face.Queen });
        foreach (var suit in new[] { Suit.Spades, Suit.Hearts, Suit.Clubs })
        {
            await Sheets.CreateAsync(new() { Suit = suit, Name = "s" });
        }

        var note = await faces.Notes(Face.Queen).CreateAsync(new());
        var notes = await faces.Notes(Face.Queen).CreateAllAsync([new(), new() { FaceSheetFace = Face.Queen }]);
        await faces.Suits(Face.Queen).LinkAsync(Suit.Spades, new() { Weight = 1 });
        await faces.Suits(Face.Queen).LinkAllAsync([Suit.Hearts], new() { Weight = 2 });
        await faces.Suits(Face.Queen).CreateAsync(new() { Suit = Suit.Diamonds, Name = "new" }, new() { Weight = 3 });
        await faces.Suits(Face.Queen).SetAsync([Suit.Spades, Suit.Clubs], new() { Weight = 4 });

        Assert.That(notes.Append(note).Select(static one => one.FaceSheetFace), Is.All.EqualTo(Face.Queen));
        Assert.That(await faces.Notes(Face.Queen).CountAsync(), Is.EqualTo(3));
        Assert.That(
            (await faces.Suits(Face.Queen).Links().ToListAsync()).Select(static link => (link.Target.Suit, link.Through.FaceSheetFace, link.Through.Weight)),
            Is.EquivalentTo(new[] { (Suit.Spades, Face.Queen, 1), (Suit.Clubs, Face.Queen, 4) }));
        Assert.That(async () => await new FaceNoteRepository(Db).CreateAsync(new()), Throws.TypeOf<ConstraintException>().With.Message.Contains("0 is no member of Face"));
        Assert.That(async () => await faces.Notes(Face.Queen).CreateAsync(new() { FaceSheetFace = (Face)99 }), Throws.TypeOf<ConstraintException>().With.Message.Contains("99 is no member of Face"));
        Assert.That(async () => await faces.LoadAsync([new FaceSheet()], static f => f.Notes), Throws.TypeOf<ConstraintException>().With.Message.Contains("0 is no member of Face"));
    }

    [Test]
    public void What_is_stored_is_shown_to_a_person()
    {
        var samples = new SampleRepository(Db);
        Mood? mood = Mood.Glad;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Decks.Where(d => d.Trump == Suit.Hearts).ToSql(), Does.EndWith("-- 1: 'Hearts'"));
            Assert.That(Decks.Where(d => d.Side.In(Suit.Clubs, Suit.Diamonds)).ToSql(), Does.EndWith("-- 1: ['Clubs', 'Diamonds']"));
            Assert.That(Sheets.Decks(Suit.Spades).ToSql(), Does.EndWith("-- 1: 'Spades'"));
            Assert.That(samples.Where(s => s.Mood == Mood.Cross && s.OtherMood == mood).ToSql(), Does.EndWith("-- 1: -3\n-- 2: 5"));
            Assert.That(samples.Where(s => s.Mood.In(Mood.Calm, Mood.Glad)).ToSql(), Does.EndWith("-- 1: [0, 5]"));
            Assert.That(new DepthNodeRepository(Db).Next((Depth)ulong.MaxValue).ToSql(), Does.EndWith("-- 1: 18446744073709551615"));
        }
    }

    [Test]
    public async Task A_relation_fills_in_a_key_that_has_the_name_of_its_member_0()
    {
        await Sheets.CreateAsync(new() { Suit = Suit.Hearts, Name = "h" });

        var rule = await Sheets.Rules(Suit.Hearts).CreateAsync(new() { Text = "unset" });
        await Sheets.Rules(Suit.Hearts).CreateAllAsync([new() { Text = "equal", SuitSheetSuit = Suit.Hearts }]);

        Assert.That(rule.SuitSheetSuit, Is.EqualTo(Suit.Hearts));
        Assert.That(async () => await Sheets.Rules(Suit.Hearts).CreateAsync(new() { Text = "other", SuitSheetSuit = Suit.Clubs }), Throws.TypeOf<ConstraintException>().With.Message.Contains("cannot be changed"));
        Assert.That(await Sheets.Rules(Suit.Hearts).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Patches_and_saves_store_names()
    {
        await SeedAsync();
        await Decks.Where(d => d.Trump == Suit.Spades).PatchAsync(new() { Side = null, Lowest = new Rank(Face.Jack) });
        var deck = await Decks.Where(d => d.Trump == Suit.Spades).FirstAsync();
        Assert.That((deck.Side, deck.Lowest), Is.EqualTo(((Suit?)null, (Rank?)new Rank(Face.Jack))));
        deck.Side = Suit.Hearts;
        await Decks.SaveAsync(deck);
        Assert.That(await TrumpsAsync(Decks.Where(d => d.Side == Suit.Hearts)), Is.EqualTo(new[] { Suit.Spades }));
    }

    [Test]
    public async Task A_name_is_a_key_and_a_foreign_key()
    {
        var deck = await SeedAsync();
        await Sheets.CreateAllAsync([new() { Suit = Suit.Hearts, Name = "red" }, new() { Suit = Suit.Clubs, Name = "black" }, new() { Suit = Suit.Spades, Name = "black" }]);
        await Decks.Sheets(deck.Id).LinkAllAsync([Suit.Hearts, Suit.Clubs], new() { Token = Guid.NewGuid(), Length = TimeSpan.Zero });
        await Decks.Sheets(deck.Id).LinkAsync(Suit.Spades, new() { Token = Guid.NewGuid(), Length = TimeSpan.Zero });
        Assert.That((await Decks.Sheets(deck.Id).ToListAsync()).Select(static sheet => sheet.Suit), Is.EqualTo(new[] { Suit.Clubs, Suit.Hearts, Suit.Spades }));
        Assert.That((await Sheets.FindByIdAsync(Suit.Hearts)).Name, Is.EqualTo("red"));
        Assert.That(await Sheets.ExistsAsync(Suit.Diamonds), Is.False);
        Assert.That(await Decks.Sheets(deck.Id).UnlinkAsync(Suit.Spades), Is.EqualTo(1));

        var sheets = await Sheets.Include(s => s.Decks).Include(s => s.Notes).ToListAsync();
        Assert.That(sheets.Select(static sheet => (sheet.Suit, sheet.Decks.Count)), Is.EqualTo(new[] { (Suit.Clubs, 1), (Suit.Hearts, 1), (Suit.Spades, 0) }));

        var note = await Sheets.Notes(Suit.Hearts).CreateAsync(new() { Text = "n" });
        Assert.That(note.SuitSheetSuit, Is.EqualTo(Suit.Hearts));
        var notes = await new SuitNoteRepository(Db).Include(n => n.SuitSheet).ToListAsync();
        Assert.That(notes.Single().SuitSheet!.Name, Is.EqualTo("red"));
        Assert.That(await Decks.Where(d => d.Sheets.Any(s => s.Suit == Suit.Clubs)).CountAsync(), Is.EqualTo(1));
        Assert.That(async () => await Sheets.Notes(Suit.Diamonds).CreateAsync(new() { Text = "n" }), Throws.TypeOf<ForeignKeyViolationException>());
        var result = await Decks.Sheets(deck.Id).SetAsync([Suit.Spades, Suit.Clubs], new() { Token = Guid.NewGuid(), Length = TimeSpan.Zero });
        Assert.That((result.Added, result.Removed, result.Kept), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task Filters_take_names()
    {
        await SeedAsync();
        Assert.That((await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":"Hearts"}}"""))).Select(static deck => deck.Trump), Is.EqualTo(new[] { Suit.Hearts }));
        Assert.That((await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":{"inq":["Hearts","Clubs"]},"side":null},"order":"trump"}"""))).Select(static deck => deck.Trump), Is.EqualTo(new[] { Suit.Clubs, Suit.Hearts }));
        Assert.That(
            async () => await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":"Swords"}}""")),
            Throws.TypeOf<InvalidFilterException>().With.Message.Contains("expected one of \"Spades\", \"Hearts\", \"Clubs\", \"Diamonds\", or its number, got \"Swords\""));
        Assert.That((await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":{"inq":[1,"-1"]}},"order":"trump"}"""))).Select(static deck => deck.Trump), Is.EqualTo(new[] { Suit.Diamonds, Suit.Hearts }));
        Assert.That(async () => await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":5}}""")), Throws.TypeOf<InvalidFilterException>());
        Assert.That(async () => await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"trump":{"like":"H%"}}}""")), Throws.TypeOf<InvalidFilterException>());
        Assert.That(async () => await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"lowest":"Ace"}}""")), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("\"Queen\""));
        Assert.That((await Decks.FindAsync(Filter<Deck>.Parse("""{"where":{"lowest":"King"}}"""))).Select(static deck => deck.Trump), Is.EqualTo(new[] { Suit.Hearts }));
    }

    [Test]
    public void Bodies_take_names_and_numbers()
    {
        var deck = RelationsJson.Read<Deck>(RelationsModel.Definition, """{"trump":"hearts","side":7,"lowest":"King","flaws":"Torn, Bent"}"""u8);
        Assert.That((deck.Trump, deck.Side, deck.Lowest, deck.Flaws), Is.EqualTo((Suit.Hearts, (Suit?)Suit.Clubs, (Rank?)new Rank(Face.King), Flaws.Bent | Flaws.Torn)));
        foreach (var wrong in new[] { "\"Swords\"", "5", "4294967297", "\"\"", "true", "null" })
        {
            Assert.That(() => RelationsJson.Read<Deck>(RelationsModel.Definition, Encoding.UTF8.GetBytes($$"""{"trump":{{wrong}}}""")), Throws.TypeOf<InvalidBodyException>().With.Message.Contains("a member of Suit"), wrong);
        }
    }

    [Test]
    public async Task An_unknown_name_in_the_data_is_an_error_that_names_it()
    {
        var deck = await SeedAsync();
        Test.RunUnchecked("UPDATE \"Deck\" SET \"Trump\" = 'Swords'");
        Assert.That(
            async () => await Decks.FindByIdAsync(deck.Id),
            Throws.TypeOf<RelationsException>().With.Message.EqualTo("The column 'Trump' holds 'Swords', which is no name of Suit (Spades, Hearts, Clubs, Diamonds). Correct the row, or add the member to the enum."));
        Test.RunUnchecked("UPDATE \"Deck\" SET \"Trump\" = '7'");
        Assert.That(async () => await Decks.FindByIdAsync(deck.Id), Throws.TypeOf<RelationsException>().With.Message.Contains("'7'"), "a number is no name");
        Test.RunUnchecked("UPDATE \"Deck\" SET \"Trump\" = 'hearts'");
        Assert.That(async () => await Decks.FindByIdAsync(deck.Id), Throws.TypeOf<RelationsException>().With.Message.Contains("'hearts'"));
    }

    [Test]
    public async Task A_value_without_a_name_is_not_stored()
    {
        Assert.That(async () => await Decks.CreateAsync(new() { Trump = (Suit)99 }), Throws.TypeOf<ConstraintException>().With.Message.Contains("99 is no member of Suit"));
        Assert.That(await Decks.CountAsync(), Is.Zero);
    }

    private static async Task<List<Suit>> TrumpsAsync(Query<Deck, int, DeckProperties, DeckPatch> decks) => [.. (await decks.ToListAsync()).Select(static deck => deck.Trump)];

    private async Task<Deck> SeedAsync()
    {
        await Decks.CreateAllAsync(
        [
            new() { Trump = Suit.Spades, Side = Suit.Clubs },
            new() { Trump = Suit.Hearts, Lowest = new(Face.King) },
            new() { Trump = Suit.Clubs },
            new() { Trump = Suit.Diamonds },
        ]);
        return await Decks.Where(d => d.Trump == Suit.Spades).FirstAsync();
    }
}
