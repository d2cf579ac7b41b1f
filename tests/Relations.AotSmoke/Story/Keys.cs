using Relations.AotSmoke.Models;

namespace Relations.AotSmoke.Story;

/// <summary>Strong types, composite keys and keys of the client, as the ends of relations.</summary>
internal static class Keys
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var wards = new WardRepository(db);
        var nurses = new NurseRepository(db);
        var number = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
        var north = await wards.CreateAsync(new() { Name = "North" });
        steps.Same(north.Id, new WardId(1));

        await wards.Beds(north).CreateAllAsync([new() { Letter = "a" }, new() { Letter = "it's" }]);
        var rita = await nurses.CreateAsync(new() { Number = number, Name = "Rita" });
        steps.Same(await nurses.Beds(rita).LinkAsync((north.Id, "it's"), new() { Since = new(2026, 1, 5) }), true);
        steps.Same(await nurses.Beds(rita).LinkAsync((north.Id, "it's")), false); // the pair is its key
        steps.Same(await nurses.Beds(number).LinkAllAsync([(north.Id, "a"), (north.Id, "it's")]), 1);
        steps.Same(Text.Of(await nurses.Beds(number).SetAsync([(north.Id, "it's")])), "added 0, removed 1, kept 1");
        steps.Same(await new DutyRepository(db).FindByIdAsync((number, north.Id, "it's")) is { Since.Year: 2026 }, true);

        var bed = await new BedRepository(db).Include(b => b.Ward).Include(b => b.Nurses, n => n.Include(x => x.Beds)).FindByIdAsync((north.Id, "it's"));
        steps.Same($"{bed.Ward!.Name} {bed.Nurses.Single().Name} {bed.Nurses.Single().Beds.Single().Letter}", "North Rita it's");
        var plain = await new BedRepository(db).FindByIdAsync((north.Id, "it's"));
        await new BedRepository(db).LoadAsync([plain], b => b.Nurses);
        steps.Same(plain.Nurses.Single().Name, "Rita");
        steps.Same(Text.Join((await wards.Where(w => w.Id == new WardId(1) && w.Beds.Any(b => b.Letter == "a")).ToListAsync()).Select(static w => w.Name)), "North");
        steps.Same((await wards.FindAsync(Filter<Ward>.Parse("""{"where":{"id":{"inq":[1,2]}},"include":["beds"]}"""))).Single().Beds.Count, 2);

        await nurses.Locker(number).CreateAsync(new() { Code = 17 });
        steps.Same((await nurses.Include(n => n.Locker).SingleAsync()).Locker!.Code, 17);
        steps.Same(await nurses.SingleAsync() with { Name = "Rita" }, rita);
    }
}
