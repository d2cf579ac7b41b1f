using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

public sealed class QueryIsDroppedTests
{
    private static readonly Rule rule = new(RuleIds.QueryIsDropped);

    [Test]
    public Task Reports_when_nobody_takes_the_new_query() => rule.ReportsMessage(
        "Where returns a new query and changes nothing; use what it returns",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var query = doctors.OrderBy(d => d.Name);
                query.[|Where|](d => d.Id > 3);
                await query.ToListAsync();
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_for_relations_and_links() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                doctors.[|Patients|](1);
                doctors.Patients(1).[|Links|]();
                doctors.Patients(1)
                    .Where((p, a) => a.Id > 3)
                    .[|Include|](p => p.Doctors);
                await Task.CompletedTask;
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_is_used() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var query = doctors.OrderBy(d => d.Name);
                query = query.Where(d => d.Id > 3);
                _ = query.Take(3);
                await query.ToListAsync();
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_a_lambda_is_expected_to_throw() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                Action takes = () => doctors.Take(-1);
                takes();
                await Task.CompletedTask;
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_of_methods_that_may_do_something() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static void Run(IServiceProvider services, Stack<DoctorRepository> stack, DoctorRepository doctors)
            {
                Get<DoctorRepository>(services);
                stack.Pop();
                Activator.CreateInstance<DoctorRepository>();
                doctors.Seed();
                doctors.Warm(1);
                doctors.Where(d => d.Id > 3).Log();
            }

            private static T Get<T>(IServiceProvider services) => (T)services.GetService(typeof(T))!;

            private static DoctorRepository Seed(this DoctorRepository doctors) => doctors;

            private static Query<Doctor, int, DoctorProperties, DoctorPatch> Log(this Query<Doctor, int, DoctorProperties, DoctorPatch> query) => query;
        }

        public partial class DoctorRepository
        {
            public DoctorPatientsRelation Warm(int id) => Patients(id);
        }
        """,
        Models.Clinic);
}
