using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>Links come and go, and carry data; the patients stay.</summary>
internal static class Links
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = new DoctorRepository(db);
        var monday = Doctors.Monday;
        var (mario, link) = (doctors.Patients(1), doctors.Patients(2));

        steps.Same(await mario.LinkAsync(3, new() { At = monday.AddDays(1) }), true);
        steps.Same(await mario.LinkAsync(1, new() { At = monday.AddDays(7), Note = "follow-up" }), true);
        steps.Same(await link.LinkAllAsync([1, 2], new() { At = monday.AddDays(2) }), 2);
        steps.Same(await mario.UnlinkAsync(3), 1);
        steps.Same(Text.Of(await link.SetAsync([2, 3], new() { At = monday.AddDays(3) })), "added 0, removed 1, kept 2");
        steps.Same(Text.Of(await mario.Links().ToListAsync()), "Luigi on 01-05 (), Luigi on 01-12 (follow-up), Peach on 01-05 (first visit)");
        steps.Same(await mario.Where((p, a) => a.At < monday.AddDays(1)).PatchLinksAsync(new() { Note = "archived" }), 2);
        steps.Same(await mario.Where((p, a) => a.Note == "archived").Links().CountAsync(), 2);

        var seen = new List<Link<Patient, Appointment>>();
        await foreach (var visit in mario.OrderByDescending((p, a) => a.At).Links())
        {
            seen.Add(visit);
        }

        steps.Same(Text.Of(seen), "Luigi on 01-12 (follow-up), Peach on 01-05 (archived), Luigi on 01-05 (archived)");

        var users = new UserRepository(db);
        var ada = await users.CreateAsync(new() { Name = "Ada" });
        var alan = await users.Followers(ada).CreateAsync(new() { Name = "Alan" });
        steps.Same(await users.Followees(ada).LinkAsync(alan.Id), true);
        steps.Same(await users.Followees(ada).LinkAsync(alan.Id), false); // a pair follows once
        var all = await users.Include(u => u.Followers).Include(u => u.Followees).ToListAsync();
        steps.Same(string.Join("; ", all.Select(static u => $"{Text.Of(u.Followers)} -> {u.Name} -> {Text.Of(u.Followees)}")), "Alan -> Ada -> Alan; Ada -> Alan -> Ada");
    }
}
