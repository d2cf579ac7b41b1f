using Relations.AotSmoke.Models;

namespace Relations.AotSmoke.Story;

/// <summary>Targets of several types.</summary>
internal static class Supplies
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var wards = new WardRepository(db);
        var north = wards.Supplies(new WardId(1));
        var south = wards.Supplies(await wards.CreateAsync(new() { Name = "South" }));

        var aspirin = await north.CreateAsync(new Medicine { Title = "Aspirin", Dose = 0.5m }, new() { Amount = 20 });
        await north.CreateAsync(new Instrument { Title = "Scalpel", OwnerId = 1 });
        steps.Same(await south.LinkAsync(aspirin), true);
        steps.Same(await south.Instrument.LinkAsync(1), true);
        steps.Same(await south.Medicine.CreateAsync(new() { Title = "Quinine", Dose = 10m }) is { Id: 2 }, true);

        steps.Same(Describe(await south.ToListAsync()), "Medicine 1 Aspirin, Instrument 1 Scalpel, Medicine 2 Quinine");
        steps.Same(Describe(await south.Where(s => s.Title == "Scalpel" || s.Medicine.Dose > 9.5m).OrderByDescending(s => s.Title).Take(1).ToListAsync()), "Instrument 1 Scalpel");
        steps.Same(Describe(await south.FindAsync(Filter<Supply>.Parse("""{"where":{"title":{"like":"%i%"}},"order":"title DESC"}"""))), "Medicine 2 Quinine, Medicine 1 Aspirin");
        steps.Same((await north.CountAsync(), await south.CountAsync(), await south.Medicine.CountAsync()), (2, 3, 2));
        steps.Same(Text.Join((await north.Links().ToListAsync()).Select(static l => $"{l.Target.Title} {l.Through.Amount}")), "Aspirin 20, Scalpel 0");

        var all = await wards.Include(w => w.Supplies, s => s.Take(2).Include(x => x.Instrument.Owner)).ToListAsync();
        steps.Same(string.Join("; ", all.Select(static w => $"{w.Name}: {Describe(w.Supplies)}")), "North: Medicine 1 Aspirin, Instrument 1 Scalpel; South: Medicine 1 Aspirin, Instrument 1 Scalpel");
        steps.Same(((Instrument)all[0].Supplies[1]).Owner!.Name, "Mario");
        steps.Same(
            Json.Of(await wards.Where(w => w.Name == "North").Include(w => w.Supplies).ToListAsync()),
            """[{"id":1,"name":"North","supplies":[{"$type":"Medicine","dose":0.5,"id":1,"title":"Aspirin"},{"$type":"tool","ownerId":1,"id":1,"title":"Scalpel"}]}]""");

        var medicines = new MedicineRepository(db);
        steps.Same(Text.Join((await medicines.Wards(1).ToListAsync()).Select(static w => w.Name)), "North, South");
        await medicines.Remarks(1).CreateAsync(new() { SubjectType = "Medicine", Words = "with water" });
        steps.Same((await new RemarkRepository(db).Include(r => r.Subject).SingleAsync()).Subject is Medicine { Title: "Aspirin" }, true);

        steps.Same(await south.UnlinkAsync(aspirin), 1);
        steps.Same(await south.Medicine.Where(m => m.Dose >= 10m).DeleteAsync(), 1);
        steps.Same(Describe(await south.ToListAsync()), "Instrument 1 Scalpel");

        steps.Same(Describe(await south.CreateAllAsync([new Instrument { Title = "Clamp" }, new Medicine { Title = "Iodine", Dose = 1m }], new() { Amount = 5 })), "Instrument 2 Clamp, Medicine 2 Iodine");
        steps.Same(Describe(await south.ToListAsync()), "Instrument 1 Scalpel, Medicine 2 Iodine, Instrument 2 Clamp");
    }

    private static string Describe(IEnumerable<Supply> supplies) => Text.Join(supplies.Select(static s => $"{(s is Medicine ? "Medicine" : "Instrument")} {s.Id} {s.Title}"));
}
