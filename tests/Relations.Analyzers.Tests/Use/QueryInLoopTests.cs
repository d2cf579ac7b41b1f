using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

public sealed class QueryInLoopTests
{
    private static readonly Rule rule = new(RuleIds.QueryInLoop);

    [Test]
    public Task Reports_when_a_relation_is_read_for_each() => rule.ReportsMessage(
        "ToListAsync runs a statement for each Doctor of the loop; include the relation in the query before the loop",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    var found = await doctors.Patients(doctor.Id).Where(p => p.Id > 3).[|ToListAsync|]();
                    Console.WriteLine(found.Count);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_a_row_is_looked_up_for_each() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await foreach (var appointment in appointments.AsAsyncEnumerable())
                {
                    var patient = await patients.[|FindByIdAsync|](appointment.PatientId);
                    Console.WriteLine(patient.Name);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_the_loop_is_over_something_else() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var id in new[] { 1, 2 })
                {
                    Console.WriteLine((await doctors.FindByIdAsync(id)).Name);
                }

                foreach (var doctor in await doctors.Include(d => d.Patients).ToListAsync())
                {
                    Console.WriteLine(doctor.Patients.Count);
                    await doctors.PatchByIdAsync(doctor.Id, new() { Name = "x" });
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_fixed_where_the_whole_relation_is_read() => rule.IsFixed(
        "Include 'Patients' in the query before the loop",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.OrderBy(d => d.Name).ToListAsync())
                {
                    foreach (var patient in await doctors.Patients(doctor.Id).[|ToListAsync|]())
                    {
                        Console.WriteLine(patient.Name);
                    }
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
                foreach (var doctor in await doctors.OrderBy(d => d.Name).Include(x => x.Patients).ToListAsync())
                {
                    foreach (var patient in doctor.Patients)
                    {
                        Console.WriteLine(patient.Name);
                    }
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_fixed_where_the_relation_is_included_already() => rule.IsFixed(
        "Include 'Patients' in the query before the loop",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var query = doctors.Include(d => d.Patients);
                foreach (var doctor in await query.ToListAsync())
                {
                    foreach (var patient in await doctors.Patients(doctor).[|ToListAsync|]())
                    {
                        Console.WriteLine(patient.Name);
                    }
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
                var query = doctors.Include(d => d.Patients);
                foreach (var doctor in await query.ToListAsync())
                {
                    foreach (var patient in doctor.Patients)
                    {
                        Console.WriteLine(patient.Name);
                    }
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_fixed_for_a_single_target() => rule.IsFixed(
        "Include 'Doctor' in the query before the loop",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var appointment in await appointments.ToListAsync())
                {
                    var doctor = await appointments.Doctor(appointment).[|FindAsync|]();
                    Console.WriteLine(doctor?.Name);
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
                foreach (var appointment in await appointments.Include(x => x.Doctor).ToListAsync())
                {
                    var doctor = appointment.Doctor;
                    Console.WriteLine(doctor?.Name);
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Offers_nothing_where_a_part_is_read() => rule.Offers(
        [],
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    foreach (var patient in await doctors.Patients(doctor.Id).Take(3).[|ToListAsync|]())
                    {
                        Console.WriteLine(patient.Name);
                    }
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Include 'Doctor' in the query before the loop",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                foreach (var appointment in await appointments.ToListAsync())
                {
                    var doctor = await appointments.Doctor(appointment.Id).[|FindAsync|]();
                    Console.WriteLine(doctor?.Name);
                }

                foreach (var appointment in await appointments.ToListAsync())
                {
                    var doctor = await appointments.Doctor(appointment.Id).FindAsync();
                    Console.WriteLine(doctor?.Name);
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
                foreach (var appointment in await appointments.Include(x => x.Doctor).ToListAsync())
                {
                    var doctor = appointment.Doctor;
                    Console.WriteLine(doctor?.Name);
                }

                foreach (var appointment in await appointments.Include(x => x.Doctor).ToListAsync())
                {
                    var doctor = appointment.Doctor;
                    Console.WriteLine(doctor?.Name);
                }
            }
        }
        """,
        Models.Clinic);
}
