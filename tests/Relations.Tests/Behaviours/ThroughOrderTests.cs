using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Distinct targets ordered by a column of their links, whatever its type: by the least value ascending, by the greatest descending.</summary>
public sealed class ThroughOrderTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private int deck;

    [Test]
    public async Task Ordered_by_a_column_of_any_type()
    {
        deck = (await new DeckRepository(Db).CreateAsync(new() { Trump = Suit.Spades })).Id;
        await new SuitSheetRepository(Db).CreateAllAsync([new() { Suit = Suit.Clubs, Name = "c" }, new() { Suit = Suit.Hearts, Name = "h" }, new() { Suit = Suit.Spades, Name = "s" }]);
        await new DealRepository(Db).CreateAllAsync(
        [
            Deal(Suit.Clubs, "20000000-0000-0000-0000-000000000000", [2], true, 'c', 2),
            Deal(Suit.Clubs, "ff000000-0000-0000-0000-000000000000", [2, 1], null, 'x', 3),
            Deal(Suit.Hearts, "10000000-0000-0000-0000-000000000000", [1, 255], false, 'a', 1),
            Deal(Suit.Hearts, "90000000-0000-0000-0000-000000000000", [200], false, 'y', 30),
            Deal(Suit.Spades, "a0000000-0000-0000-0000-000000000000", null, null, 'é', -1),
        ]);

        Assert.That(await OrderedAsync(static query => query.OrderBy((s, d) => d.Token)), Is.EqualTo("hcs"));
        Assert.That(await OrderedAsync(static query => query.OrderByDescending((s, d) => d.Token)), Is.EqualTo("csh"));
        Assert.That(await OrderedAsync(static query => query.OrderBy((s, d) => d.Seal)), Is.EqualTo("shc"));
        Assert.That(await OrderedAsync(static query => query.OrderByDescending((s, d) => d.Seal)), Is.EqualTo("hcs"));
        Assert.That(await OrderedAsync(static query => query.OrderBy((s, d) => d.Open)), Is.EqualTo("shc"));
        Assert.That(await OrderedAsync(static query => query.OrderByDescending((s, d) => d.Open)), Is.EqualTo("chs"));
        Assert.That(await OrderedAsync(static query => query.OrderBy((s, d) => d.Mark)), Is.EqualTo("hcs"));
        Assert.That(await OrderedAsync(static query => query.OrderByDescending((s, d) => d.Length)), Is.EqualTo("hcs"));
        Assert.That(await OrderedAsync(static query => query.OrderBy((s, d) => d.SuitSheetSuit)), Is.EqualTo("chs"));
    }

    [Test]
    public async Task Ordered_by_a_number_on_which_the_link_decides_each_target_comes_once()
    {
        var doctors = new DoctorRepository(Db);
        await doctors.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }]);
        await new PatientRepository(Db).CreateAllAsync([new() { Name = "one" }, new() { Name = "two" }]);
        foreach (var (patient, day) in new[] { (1, 1), (2, 3), (1, 9) })
        {
            await doctors.Patients(1).LinkAsync(patient, new() { At = new(2025, 1, day) });
        }

        await doctors.Patients(2).LinkAsync(2, new() { At = new(2025, 1, 1) });
        var limit = new DateTime(2025, 1, 5);

        // The count is 0 for links before the limit, and for the other one as many as the patient has doctors.
        Assert.That(Names(await doctors.Patients(1).OrderByDescending((p, a) => p.Doctors.Count(d => a.At > limit)).ToListAsync()), Is.EqualTo("one two"));
        Assert.That(Names(await doctors.Patients(1).OrderBy((p, a) => p.Doctors.Count(d => a.At > limit)).ToListAsync()), Is.EqualTo("one two"), "0 each");
        Assert.That(Names((await doctors.Include(static d => d.Patients, p => p.OrderBy((x, a) => x.Doctors.Count(d => a.At > limit))).FindByIdAsync(1)).Patients), Is.EqualTo("one two"));
        Assert.That(Names((await doctors.Include(static d => d.Patients, p => p.OrderByDescending((x, a) => x.Doctors.Count(d => a.At < limit)).Take(2)).FindByIdAsync(1)).Patients), Is.EqualTo("two one"));
        Assert.That(await doctors.Patients(1).OrderBy((p, a) => p.Doctors.Count(d => a.At > limit)).CountAsync(), Is.EqualTo(2));

        static string Names(IEnumerable<Patient> patients) => string.Join(' ', patients.Select(static patient => patient.Name));
    }

    private async Task<string> OrderedAsync(Func<DeckSheetsRelation, ThroughQuery<SuitSheet, Suit, SuitSheetProperties, SuitSheetPatch, Deal, DealProperties, DealPatch, Suit>> order)
    {
        var one = string.Concat((await order(new DeckRepository(Db).Sheets(deck)).ToListAsync()).Select(static sheet => sheet.Name));
        var page = string.Concat((await order(new DeckRepository(Db).Sheets(deck)).Take(2).ToListAsync()).Select(static sheet => sheet.Name));
        Assert.That(one, Does.StartWith(page));
        return one;
    }

    private Deal Deal(Suit suit, string token, byte[]? seal, bool? open, char mark, int hours) =>
        new() { DeckId = deck, SuitSheetSuit = suit, Token = Guid.Parse(token), Seal = seal, Open = open, Mark = mark, Length = TimeSpan.FromHours(hours) };
}
