using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ThroughModelLacksTargetKeyTests
{
    private static readonly Rule rule = new(RuleIds.ThroughModelLacksTargetKey);

    [Test]
    public Task Reports_when_no_property_is_called_like_the_target() => rule.ReportsMessage(
        "Appointment has no property 'PatientId' to refer to Patient; add it, or name the foreign key with ThroughKeyTo",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_property_is_there() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_silent_when_it_is_called_like_the_key() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class Patient
        {
            [Key]
            public int Pid { get; init; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int Pid { get; set; }
            public DateTime At { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_adding_the_property() => rule.IsFixed(
        "Add 'PatientId' to Appointment",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public DateTime At { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_a_candidate() => rule.IsFixed(
        "Use 'ClientId' as ThroughKeyTo",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int ClientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyTo = nameof(Appointment.ClientId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int ClientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed_by_one_property() => rule.AllAreFixed(
        "Add 'PatientId' to Appointment",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public DateTime At { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);
}
