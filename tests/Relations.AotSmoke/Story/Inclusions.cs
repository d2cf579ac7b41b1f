using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>Relations are read with their sources, at several levels, and by resolvers of the program's own.</summary>
internal static class Inclusions
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = new DoctorRepository(db);
        steps.Same(Text.WithPatients(await doctors.Include(d => d.Patients).ToListAsync()), "Mario: Luigi, Peach; Link: Peach, Zelda");
        steps.Same(Text.WithPatients(await doctors.Include(d => d.Patients, p => p.OrderByDescending(x => x.BirthYear).Take(1)).ToListAsync()), "Mario: Peach; Link: Zelda");
        steps.Same(Text.WithPatients(await doctors.Include(d => d.Patients, p => p.Where((x, a) => a.Note == "follow-up")).ToListAsync()), "Mario: Luigi; Link: ");

        var before = steps.Statements;
        var nested = await doctors.Where(d => d.Patients.Any(p => p.Name == "Zelda")).Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync();
        steps.Same(string.Join("; ", nested.SelectMany(static d => d.Patients).Select(static p => $"{p.Name}: {Text.Of(p.Doctors)}")), "Peach: Mario, Link; Zelda: Link");
        steps.Same(steps.Statements - before, 3);

        var mario = await doctors.Include(d => d.Visits).FindByIdAsync(1);
        steps.Same(Text.Of(mario.Visits), "Luigi on 01-05 (archived), Luigi on 01-12 (follow-up), Peach on 01-05 (archived)");
        steps.Same((mario.IsLoaded(d => d.Visits), mario.IsLoaded(d => d.Patients)), (true, false));
        await steps.FailsAsync<RelationNotLoadedException>(() => Task.FromResult(mario.Patients.Count));
        await doctors.LoadAsync([mario], d => d.Patients);
        steps.Same(Text.Of(mario.Patients), "Luigi, Peach");

        var appointments = await new AppointmentRepository(db).Include(a => a.Doctor).Include(a => a.Patient).Take(2).ToListAsync();
        steps.Same(string.Join("; ", appointments.Select(static a => $"{a.Doctor!.Name} sees {a.Patient!.Name}")), "Mario sees Luigi; Mario sees Peach");

        doctors.InclusionResolvers.Register("patients", new Nobody());
        steps.Same(Text.WithPatients(await doctors.Include("patients").ToListAsync()), "Mario: ; Link: ");
        doctors.InclusionResolvers.Remove("patients");
        await steps.FailsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients).ToListAsync());
    }

    private sealed class Nobody : IInclusionResolver<Doctor>
    {
        public ValueTask ResolveAsync(IReadOnlyList<Doctor> sources, Session session, CancellationToken cancellationToken)
        {
            foreach (var doctor in sources)
            {
                DoctorRepository.Definition.Fill<Patient>(doctor, "patients", []);
            }

            return default;
        }
    }
}
