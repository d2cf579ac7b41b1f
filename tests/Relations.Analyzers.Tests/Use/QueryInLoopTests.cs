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

    [Test]
    public Task Is_silent_when_an_entity_is_read_again() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    try
                    {
                        await doctors.UpdateAsync(doctor);
                    }
                    catch (ConcurrencyException)
                    {
                        await doctors.UpdateAsync(await doctors.FindByIdAsync(doctor.Id));
                    }
                }
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_the_parent_of_the_same_model_is_looked_up() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Ward
        {
            public int Id { get; init; }
            public int ParentId { get; set; }

            [BelongsTo(KeyFrom = nameof(ParentId))]
            public partial Ward? Parent { get; }
        }

        public static class Program
        {
            public static async Task RunAsync(WardRepository wards)
            {
                foreach (var ward in await wards.ToListAsync())
                {
                    Console.WriteLine((await wards.[|FindByIdAsync|](ward.ParentId)).Id);
                }
            }
        }
        """);

    [Test]
    public Task Is_silent_when_the_loop_is_left_then() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task<int> RunAsync(DoctorRepository doctors)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    if (doctor.Name == "House")
                    {
                        Console.WriteLine(await doctors.Patients(doctor).CountAsync());
                        break;
                    }
                }

                foreach (var doctor in await doctors.ToListAsync())
                {
                    if (doctor.Name == "House")
                    {
                        return await doctors.Patients(doctor).CountAsync();
                    }
                }

                foreach (var doctor in await doctors.ToListAsync())
                {
                    var patients = await doctors.Patients(doctor).ToListAsync();
                    throw new InvalidOperationException($"{patients.Count}");
                }

                return 0;
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_the_loop_may_go_on() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors)
            {
                foreach (var doctor in await doctors.ToListAsync())
                {
                    if (await doctors.Patients(doctor).[|CountAsync|]() == 0)
                    {
                        continue;
                    }

                    break;
                }

                foreach (var doctor in await doctors.ToListAsync())
                {
                    var count = await doctors.Patients(doctor).[|CountAsync|]();
                    switch (count)
                    {
                        case 0:
                            continue;
                        default:
                            break;
                    }

                    return;
                }

                foreach (var doctor in await doctors.ToListAsync())
                {
                    foreach (var turn in new[] { 1, 2 })
                    {
                        await doctors.Patients(doctor).[|CountAsync|]();
                        break;
                    }

                    Func<Task<int>> count = async () => { return await doctors.Patients(doctor).[|CountAsync|](); };
                    await count();
                }
            }
        }
        """,
        Models.Clinic);
}
