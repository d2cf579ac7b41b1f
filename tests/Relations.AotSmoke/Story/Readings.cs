using Relations.AotSmoke.Models;

namespace Relations.AotSmoke.Story;

/// <summary>Values of each type are stored, compared, filtered by and read back.</summary>
internal static class Readings
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var readings = new ReadingRepository(db);
        var full = new Reading(0, long.MaxValue, IsGood: true, IsSure: false, 'ß', 0.1, 0.5f, 12345678901234567890.123m, 0.25m)
        {
            Urgency = Urgency.High,
            OtherUrgency = Urgency.High,
            Device = new("scale"),
            Spare = new("ruler"),
            Token = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
            At = Doctors.Monday,
            Moment = new(Doctors.Monday, TimeSpan.FromHours(1)),
            Day = new(2026, 1, 5),
            Time = new(9, 30, 1),
            Length = TimeSpan.FromMilliseconds(90_061_001),
            Words = "ünïcödé 🩺",
            Small = 200,
        };
        var spare = new Reading(0, 0, IsGood: false, IsSure: null, 'a', -1, 0, 9m, null) { Device = new("tape") };
        var stored = await readings.CreateAllAsync([full, spare]);
        steps.Same(stored[0], full with { Id = stored[0].Id, Version = stored[0].Version });
        steps.Same(await readings.FindByIdAsync(stored[1].Id), stored[1]);

        steps.Same(await readings.Where(r => r.Price > 10m && r.Moment < full.Moment.AddHours(1) && r.Length >= full.Length).CountAsync(), 1);
        steps.Same(await readings.Where(r => r.Urgency == Urgency.High && r.OtherUrgency.In(Urgency.High) && r.Device == new Device("scale") && r.Token == full.Token).CountAsync(), 1);
        steps.Same(await readings.Where(r => r.IsGood == true && r.IsSure == false && r.Letter == 'ß' && r.Day == full.Day && r.Time >= new TimeOnly(9, 0)).CountAsync(), 1);
        steps.Same(await readings.Where(r => r.Day.In(full.Day, default(DateOnly)) && r.Price.In(9m, 10m) && r.Device.In(new Device("tape"), new Device("x")) && r.Spare == null).CountAsync(), 1);
        steps.Same(
            await readings.Apply(Filter<Reading>.Parse("""{"where":{"urgency":"High","price":{"between":[1,12345678901234567891]},"device":"scale","day":{"gte":"2026-01-05"},"moment":{"lt":"2026-01-05T09:00:00Z"},"length":"1.01:01:01.001","token":{"inq":["3f2504e0-4f89-11d3-9a0c-0305e82c3301"]}}}""")).CountAsync(),
            1);
        steps.Same(Text.Join((await readings.OrderByDescending(r => r.Price).ToListAsync()).Select(static r => r.Device.Name)), "scale, tape");

        await readings.PatchByIdAsync(stored[1].Id, new() { Spare = new("rope"), OtherUrgency = Urgency.Low, Time = new(1, 2, 3) });
        await readings.UpdateAsync(stored[0] with { Words = null });
        await steps.FailsAsync<ConcurrencyException>(async () => await readings.UpdateAsync(stored[0] with { Words = "late" }));
        await steps.FailsAsync<ConstraintException>(async () => await readings.PatchByIdAsync(stored[1].Id, new() { Words = new string('x', 21) }));
        steps.Same((await readings.FindByIdAsync(stored[1].Id)) is { Spare.Name: "rope", OtherUrgency: Urgency.Low, Words: null }, true);

        Device? none = null;
        steps.Same(await readings.Where(r => r.Spare > none || r.Spare == new Device("rope")).CountAsync(), 1);
        await readings.PatchByIdAsync(stored[1].Id, new() { Spare = null, OtherUrgency = null, Time = null, Words = null, IsSure = null, Rebate = null });
        steps.Same((await readings.FindByIdAsync(stored[1].Id)) is { Spare: null, OtherUrgency: null, Time: null, Words: null, IsSure: null, Rebate: null }, true);
    }
}
