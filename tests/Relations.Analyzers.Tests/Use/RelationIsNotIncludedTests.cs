using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

public sealed class RelationIsNotIncludedTests
{
    /// <summary>Code that loads what it gets, and the end of the class that it belongs to.</summary>
    private const string Fillers = """
            private static async Task FillAsync(DoctorRepository doctors, Doctor doctor) => await doctors.LoadAsync([doctor], d => d.Patients);
            private static Task FillAllAsync(IEnumerable<Doctor> doctors) => Task.CompletedTask;
            private static Task FilledAsync(this Doctor doctor) => Task.CompletedTask;
            private static void Show(string text) => Console.WriteLine(text);
        }

        public partial class Doctor
        {
            public Task FillItselfAsync() => Task.CompletedTask;
        }

        public sealed class Filler(Doctor doctor)
        {
            public async Task FillAsync() { await Task.Yield(); Console.WriteLine(doctor); }
        }
        """;

    private static readonly Rule rule = new(RuleIds.RelationIsNotIncluded);

    [Test]
    public Task Reports_when_a_loop_reads_it() => rule.ReportsMessage(
        "Doctor.Patients is read, but the query that doctor comes from does not include it; add Include(x => x.Patients)",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.Where(d => d.Id > 3).ToListAsync())
                {
                    Console.WriteLine(doctor.[|Patients|].Count);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_it_is_read_behind_a_question_mark() => rule.ReportsMessage(
        "Doctor.Patients is read, but the query that first comes from does not include it; add Include(x => x.Patients)",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var first = await doctors.Where(d => d.Id > 3).FirstOrDefaultAsync();
                Console.WriteLine(first?.[|Patients|].Count);
                Console.WriteLine((await doctors.FirstOrDefaultAsync())?.[|Patients|].Count);
                var included = await doctors.Include(d => d.Patients).FirstOrDefaultAsync();
                Console.WriteLine(included?.Patients.Count);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Leaves_a_relation_to_the_rule_that_it_breaks() => new Rule(RuleIds.TargetLacksForeignKey).Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Ward
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Bed>|] Beds { get; }
        }

        [Entity]
        public class Bed
        {
            public int Id { get; init; }
        }

        public static class Program
        {
            public static async Task<int> RunAsync(WardRepository wards) => (await wards.FirstAsync()).Beds.Count;
        }
        """);

    [Test]
    public Task Is_fixed_where_it_is_read_behind_a_question_mark() => rule.IsFixed(
        "Include 'Patients' in the query",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task<int?> RunAsync(DoctorRepository doctors)
            {
                var first = await doctors.FirstOrDefaultAsync();
                return first?.[|Patients|].Count;
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task<int?> RunAsync(DoctorRepository doctors)
            {
                var first = await doctors.Include(x => x.Patients).FirstOrDefaultAsync();
                return first?.Patients.Count;
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_one_entity_was_found() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var doctor = await doctors.FindByIdAsync(1);
                Console.WriteLine(doctor.[|Patients|].Count);
                var all = await doctors.Include(d => d.Visits).ToListAsync();
                Console.WriteLine(all[0].[|Patients|].Count + all[0].Visits.Count);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_is_included() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var query = doctors.Include(d => d.Patients).OrderBy(d => d.Name);
                foreach (var doctor in await query.ToListAsync())
                {
                    Console.WriteLine(doctor.Patients.Count);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_is_loaded_later() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var all = await doctors.ToListAsync();
                await doctors.LoadAsync(all, d => d.Patients);
                Console.WriteLine(all[0].Patients.Count);
            }
        }
        """,
        Models.Clinic);

    [TestCase("d => d.Visits")]
    [TestCase("d => d.Visits, v => v.Where((x, _) => x.Name != \"\")")]
    public Task Reports_when_another_relation_is_loaded_later(string loaded) => rule.Reports(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var all = await doctors.ToListAsync();
                await doctors.LoadAsync(all, {{loaded}});
                Console.WriteLine(all[0].[|Patients|].Count);
            }
        }
        """,
        Models.Clinic);

    [TestCase("doctors.LoadAsync(all, \"patients\")")]
    [TestCase("doctors.LoadAsync(all, relation)")]
    [TestCase("doctors.LoadAsync(all, d => relation(d))")]
    public Task Is_silent_when_what_is_loaded_later_is_not_clear(string load) => rule.IsSilent(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, Func<DoctorProperties, HasManyThroughPath<PatientProperties, AppointmentProperties>> relation)
            {
                var all = await doctors.ToListAsync();
                await {{load}};
                Console.WriteLine(all[0].Patients.Count);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_is_loaded_into_the_targets_of_another() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, AppointmentRepository appointments)
            {
                var doctor = await doctors.FindByIdAsync(1);
                await appointments.LoadAsync([new() { DoctorId = 1 }], a => a.Doctor, d => d.Include(x => x.Patients));
                Console.WriteLine(doctor.Patients.Count);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_the_query_comes_from_elsewhere() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task<int> RunAsync(Query<Doctor, int, DoctorProperties, DoctorPatch> query, Doctor given) =>
                (await query.FirstAsync()).Patients.Count + given.Patients.Count;
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_for_names_and_settable_relations() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var doctor = await doctors.FindByIdAsync(1);
                Console.WriteLine(nameof(doctor.Patients) + doctor.Colleagues?.Count);
            }
        }
        """,
        Models.Clinic);

    [TestCase("if (doctor.IsLoaded(d => d.Patients)) { Console.WriteLine(doctor.Patients.Count); }")]
    [TestCase("Console.WriteLine(doctor.IsLoaded(d => d.Patients) && doctor.Patients.Count > 0);")]
    [TestCase("Console.WriteLine(doctor.IsLoaded(d => d.Patients) ? doctor.Patients.Count : 0);")]
    [TestCase("if (!doctor.IsLoaded(d => d.Patients)) { return; } Console.WriteLine(doctor.Patients.Count);")]
    [TestCase("if (DoctorExtensions.IsLoaded(doctor, d => d.Patients)) { Console.WriteLine(doctor.Patients.Count); }")]
    public Task Is_silent_when_the_method_asks_before_whether_it_is_loaded(string use) => rule.IsSilent(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    {{use}}
                }
            }

            public static async Task OneAsync(DoctorRepository doctors)
            {
                var doctor = await doctors.FindByIdAsync(1);
                {{use}}
            }

            public static async Task NoneAsync(DoctorRepository doctors)
            {
                var doctor = await doctors.FindByIdOrDefaultAsync(1);
                if (doctor?.IsLoaded(d => d.Patients) == true)
                {
                    Console.WriteLine(doctor.Patients.Count);
                }
            }
        }
        """,
        Models.Clinic);

    [TestCase("Console.WriteLine(doctor.[|Patients|].Count); Console.WriteLine(doctor.IsLoaded(d => d.Patients));", TestName = "Reports_when_the_method_asks_afterwards")]
    [TestCase("if (doctor.IsLoaded(d => d.Visits)) { Console.WriteLine(doctor.[|Patients|].Count); }", TestName = "Reports_when_the_method_asks_for_another_relation")]
    [TestCase("if (other.IsLoaded(d => d.Patients)) { Console.WriteLine(doctor.[|Patients|].Count); }", TestName = "Reports_when_the_method_asks_of_another_entity")]
    public Task Reports_when_something_else_is_asked(string use) => rule.Reports(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, Doctor other)
            {
                var doctor = await doctors.FindByIdAsync(1);
                {{use}}
            }
        }
        """,
        Models.Clinic);

    [TestCase("await FillAsync(doctors, doctor);")]
    [TestCase("await FillAsync(doctor: doctor, doctors: doctors);")]
    [TestCase("await doctor.FilledAsync();")]
    [TestCase("await doctor.FillItselfAsync();")]
    [TestCase("await FillAllAsync(new[] { doctor });")]
    [TestCase("await FillAllAsync([doctor]);")]
    [TestCase("var list = new List<Doctor> { doctor }; await FillAllAsync(list);")]
    [TestCase("var list = new List<Doctor>(); list.Add(doctor); await FillAllAsync(list);")]
    [TestCase("var same = doctor; await FillAsync(doctors, same);")]
    [TestCase("var filler = new Filler(doctor); await filler.FillAsync();")]
    [TestCase("Func<Doctor, Task> fill = d => FillAsync(doctors, d); await fill(doctor);")]
    [TestCase("await Task.WhenAll(new[] { doctor }.Select(d => FillAsync(doctors, d)));")]
    [TestCase("await FillItAsync(); async Task FillItAsync() => await FillAsync(doctors, doctor);")]
    public Task Is_silent_when_the_entity_was_handed_on(string use) => rule.IsSilent(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task OneAsync(DoctorRepository doctors)
            {
                var doctor = await doctors.FindByIdAsync(1);
                {{use}}
                Console.WriteLine(doctor.Patients.Count);
            }

            public static async Task EachAsync(DoctorRepository doctors)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    {{use}}
                    Console.WriteLine(doctor.Patients.Count);
                }
            }
        {{Fillers}}
        """,
        Models.Clinic);

    [TestCase("await FillAllAsync(all);")]
    [TestCase("await FillAllAsync(all.ToArray());")]
    [TestCase("await FillAsync(doctors, all[0]);")]
    [TestCase("foreach (var one in all) { await FillAsync(doctors, one); }")]
    [TestCase("foreach (var one in all.Skip(1)) { await FillAsync(doctors, one); }")]
    [TestCase("all.ForEach(one => FillAsync(doctors, one).Wait());")]
    [TestCase("await Parallel.ForEachAsync(all, async (one, _) => await FillAsync(doctors, one));")]
    public Task Is_silent_when_the_list_was_handed_on(string use) => rule.IsSilent(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var all = await doctors.ToListAsync();
                {{use}}
                foreach (var doctor in all)
                {
                    Console.WriteLine(doctor.Patients.Count);
                }
            }
        {{Fillers}}
        """,
        Models.Clinic);

    [TestCase("Console.WriteLine(doctor);")]
    [TestCase("ArgumentNullException.ThrowIfNull(doctor);")]
    [TestCase("Console.WriteLine(doctor.ToString());")]
    [TestCase("await doctors.UpdateAsync(doctor);")]
    [TestCase("Show(doctor.Name);")]
    [TestCase("await FillAsync(doctors, other);")]
    [TestCase("other.Equals(doctor);")]
    public Task Reports_when_nothing_could_have_loaded_it(string use) => rule.Reports(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, Doctor other)
            {
                var doctor = await doctors.FindByIdAsync(1);
                {{use}}
                Console.WriteLine(doctor.[|Patients|].Count);
                await FillAsync(doctors, doctor);
            }
        {{Fillers}}
        """,
        Models.Clinic);

    [TestCase("catch (RelationNotLoadedException) { }")]
    [TestCase("catch (TimeoutException) { } catch (RelationNotLoadedException error) when (error.Message.Length > 0) { } finally { }")]
    public Task Is_silent_when_the_error_is_caught(string handlers) => rule.IsSilent(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var doctor = await doctors.FindByIdAsync(1);
                try
                {
                    Console.WriteLine(doctor.Patients.Count);
                }
                {{handlers}}
            }
        }
        """,
        Models.Clinic);

    [TestCase("try { Console.WriteLine(doctor.[|Patients|].Count); } catch (TimeoutException) { }")]
    [TestCase("try { Console.WriteLine(doctor.Name); } catch (RelationNotLoadedException) { Console.WriteLine(doctor.[|Patients|].Count); }")]
    public Task Reports_when_another_error_is_caught(string use) => rule.Reports(
        $$"""
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var doctor = await doctors.FindByIdAsync(1);
                {{use}}
            }
        }
        """,
        Models.Clinic);

    [Test]
    public async Task Is_silent_when_a_variable_is_given_itself()
    {
        var project = TestProject.Create([("Clinic.cs", Models.Clinic), ("Test.cs", "namespace Clinic; public static class Program { public static int Run(DoctorRepository doctors) { Doctor doctor = doctor; var query = query.Include(d => d.Visits); return doctor.Patients.Count + query.FirstAsync().Result.Patients.Count; } }")]);
        Assert.That(await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project)), Is.Empty);
    }

    [Test]
    public Task Is_fixed_by_an_include() => rule.IsFixed(
        "Include 'Patients' in the query",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.Where(d => d.Id > 3).ToListAsync())
                {
                    Console.WriteLine(doctor.[|Patients|].Count);
                }
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.Where(d => d.Id > 3).Include(x => x.Patients).ToListAsync())
                {
                    Console.WriteLine(doctor.Patients.Count);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_fixed_on_a_line_of_its_own_where_calls_have_one() => rule.IsFixed(
        "Include 'Patients' in the query",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var first = await doctors
                    .Where(d => d.Id > 3)
                    .FirstAsync();
                Console.WriteLine(first.[|Patients|].Count);
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                var first = await doctors
                    .Where(d => d.Id > 3)
                    .Include(x => x.Patients)
                    .FirstAsync();
                Console.WriteLine(first.Patients.Count);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task All_are_fixed_by_one_include_each() => rule.AllAreFixed(
        "Include 'Patients' in the query",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var doctor = await doctors.FindByIdAsync(1);
                Console.WriteLine(doctor.[|Patients|].Count);
                Console.WriteLine(doctor.Patients.Count + doctor.Visits.Count);
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var doctor = await doctors.Include(x => x.Patients).Include(x => x.Visits).FindByIdAsync(1);
                Console.WriteLine(doctor.Patients.Count);
                Console.WriteLine(doctor.Patients.Count + doctor.Visits.Count);
            }
        }
        """,
        Models.Clinic);
}
