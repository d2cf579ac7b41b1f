using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>Doctors and patients are created; a relation is a query.</summary>
internal static class Doctors
{
    public static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0);

    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = new DoctorRepository(db);
        var mario = await doctors.CreateAsync(new() { Name = "Mario" });
        var link = await doctors.CreateAsync(new() { Name = "Link" });
        var luigi = await doctors.Patients(mario.Id).CreateAsync(new() { Name = "Luigi", BirthYear = 1983 }, new() { At = Monday });
        var peach = await doctors.Patients(mario).CreateAsync(new() { Name = "Peach", BirthYear = 1985 }, new() { At = Monday.AddHours(1), Note = "first visit" });
        var zelda = await doctors.Patients(link).CreateAsync(new() { Name = "Zelda", BirthYear = 1986 }, new() { At = Monday });
        steps.Same((mario.Id, link.Id, luigi.Pid, peach.Pid, zelda.Pid), (1, 2, 1, 2, 3));

        steps.Same(Text.Of(await doctors.Patients(mario).ToListAsync()), "Luigi, Peach");
        steps.Same(Text.Of(await doctors.Patients(mario).Where((p, a) => p.BirthYear >= 1980 && a.At > Monday).ToListAsync()), "Peach");
        steps.Same(Text.Of(await doctors.Patients(mario).OrderByDescending((p, a) => a.At).Take(1).ToListAsync()), "Peach");
        steps.Same(Text.Of(await doctors.Patients(mario).OrderBy(p => p.Name).Skip(1).Take(1).ToListAsync()), "Peach");
        steps.Same(await doctors.Patients(mario).CountAsync(), 2);
        steps.Same(await doctors.Patients(mario).ExistsAsync(zelda.Pid), false);
        steps.Same((await doctors.Patients(mario).FindByIdAsync(peach.Pid)).Name, "Peach");
        steps.Same((await doctors.Patients(mario).FirstAsync()).BirthYear, 1983);
        steps.Same(await doctors.Patients(link).SingleAsync() is { Name: "Zelda" }, true);

        steps.Same(Text.Of(await doctors.Where(d => d.Patients.Any((p, a) => p.Name.StartsWith("z", ignoreCase: true) && a.Note == null)).ToListAsync()), "Link");
        steps.Same(Text.Of(await doctors.Where(d => d.Patients.Count() > 1 || d.Name.In("nobody", "no one")).ToListAsync()), "Mario");
        steps.Same(Text.Of(await doctors.Where(d => d.Name.In("Link", "no one")).ToListAsync()), "Link");
        steps.Same(Text.Of(await doctors.Where(d => d.Patients.None(p => p.BirthYear.Between(1980, 1985)) && !(d.Name == "x")).ToListAsync()), "Link");
        steps.Same(Text.Of(await doctors.Fields(d => d.Name).OrderBy(d => d.Name).ToListAsync()), "Link, Mario");
        steps.Same(doctors.Where(d => d.Name == "Mario").ToSql().Contains("Mario", StringComparison.Ordinal), true);

        var names = new List<string>();
        await foreach (var doctor in doctors.AsAsyncEnumerable())
        {
            names.Add(doctor.Name);
        }

        steps.Same(Text.Join(names), "Mario, Link");
        steps.Same((await new AppointmentRepository(db).Doctor(3).FindAsync())!.Name, "Link");
    }
}
