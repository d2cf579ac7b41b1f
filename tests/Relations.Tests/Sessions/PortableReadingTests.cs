using Relations.Tests.Harness;
using Relations.Tests.Models;
using Relations.Tests.Queries;

namespace Relations.Tests.Sessions;

/// <summary>A query of the user's own gives the same entities as those of the library.</summary>
public sealed class PortableReadingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Every_type_of_column_is_read_alike()
    {
        await SampleWorld.CreateAsync(new Random(7), Db);
        var samples = new SampleRepository(Db);

        Assert.That((await samples.QueryAsync($"SELECT * FROM \"Sample\" ORDER BY \"Id\"")).Select(Shown), Is.EqualTo((await samples.ToListAsync()).Select(Shown)));

        static string Shown(Sample s) => FormattableString.Invariant(
            $"{s.Id} {s.Number} {s.Maybe} {s.Big} {s.Name} {s.Text} {s.Active} {s.Answer} {s.Mood} {s.OtherMood} {s.Price} {s.Rebate} {s.Ratio:R} {s.At:O} {s.Moment:O} {s.OtherMoment:O} {s.Day:O} {s.Time:O} {s.Length} {s.Token}");
    }

    [Test]
    public async Task The_rarer_types_are_read_alike()
    {
        var oddities = new OddityRepository(Db);
        await oddities.CreateAllAsync(
        [
            new() { Letter = 'x', Tiny = -5, Octet = 200, Short = -300, UShort = 60_000, UInt = 4_000_000_000, ULong = 5, Single = 1.5f, Double = 0.1, OtherLetter = 'ß', Bytes = [1, 2], OtherBytes = [], Day = new(2025, 1, 2), Time = new(1, 2, 3), Token = Guid.NewGuid(), Length = TimeSpan.FromDays(-2) },
            new() { Letter = '\'' },
        ]);

        Assert.That((await oddities.QueryAsync($"SELECT * FROM \"Oddity\" ORDER BY \"Id\"")).Select(Shown), Is.EqualTo((await oddities.ToListAsync()).Select(Shown)));

        static string Shown(Oddity o) => FormattableString.Invariant(
            $"{o.Id} {o.Tiny} {o.Octet} {o.Short} {o.UShort} {o.UInt} {o.ULong} {o.Single:R} {o.Double:R} {o.Letter} {o.OtherLetter} {Convert.ToHexString(o.Bytes)} {(o.OtherBytes is null ? "null" : Convert.ToHexString(o.OtherBytes))} {o.Day:O} {o.Time:O} {o.Token} {o.Length}");
    }

    [Test]
    public async Task Values_in_the_users_own_sql_are_stored_as_the_librarys()
    {
        await SampleWorld.CreateAsync(new Random(3), Db);
        var sample = await new SampleRepository(Db).FirstAsync();

        var found = await Db.QueryAsync(
            $"SELECT \"Id\" FROM \"Sample\" WHERE \"Price\" = {sample.Price} AND \"At\" = {sample.At} AND \"Moment\" = {sample.Moment} AND \"Day\" = {sample.Day} AND \"Time\" = {sample.Time} AND \"Length\" = {sample.Length} AND \"Token\" = {sample.Token} AND \"Active\" = {sample.Active} AND \"Name\" = {sample.Name} AND \"Mood\" = {sample.Mood}",
            static reader => reader.GetInt32(0));

        Assert.That(found, Does.Contain(1));
    }
}
