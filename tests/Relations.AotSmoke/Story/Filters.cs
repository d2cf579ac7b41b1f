using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>What is wanted comes as JSON, and in a query string.</summary>
internal static class Filters
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = new DoctorRepository(db);
        var patients = new PatientRepository(db);

        var filter = Filter<Doctor>.Parse("""
            {"where":{"patients":{"some":{"birthYear":{"gt":1985},"through":{"note":null}}}},"include":[{"relation":"patients","scope":{"order":"name DESC","limit":1}}]}
            """);
        steps.Same(Text.WithPatients(await doctors.FindAsync(filter)), "Link: Zelda");
        steps.Same(Filter<Doctor>.Parse(filter.ToJson()).ToJson(), filter.ToJson());
        steps.Same(Text.Of(await patients.FindAsync(Filter<Patient>.Parse("""{"where":{"or":[{"name":{"ilike":"L%"}},{"pid":{"inq":[3]}}]},"order":["birthYear DESC"]}"""))), "Zelda, Luigi");
        steps.Same(Text.Of(await doctors.Patients(1).FindAsync(Filter<Patient>.Parse("""{"order":"through.at DESC","fields":["name"]}"""))), "Luigi, Peach");
        steps.Same(Text.WithPatients(await doctors.FindAsync(Filter<Doctor>.ParseQueryString("?filter[where][name]=Mario&filter[include][]=patients"))), "Mario: Luigi, Peach");

        var error = await steps.FailsAsync<InvalidFilterException>(async () => await patients.FindAsync(Filter<Patient>.Parse("""{"where":{"nmae":"x","birthYear":{"gt":"abc"}}}""")));
        steps.Same(
            string.Join("; ", error.Problems.Select(static problem => $"{problem.Path}: {problem.Message}")),
            """/where/nmae: unknown property of Patient "nmae"; did you mean "name"?; /where/birthYear/gt: expected an integer, got "abc" """.TrimEnd());
    }
}
