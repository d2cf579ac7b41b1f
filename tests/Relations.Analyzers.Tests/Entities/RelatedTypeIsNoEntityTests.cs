using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class RelatedTypeIsNoEntityTests
{
    private static readonly Rule rule = new(RuleIds.RelatedTypeIsNoEntity);

    [Test]
    public Task Reports_when_the_target_is_a_plain_class() => rule.ReportsMessage(
        "Patient is no entity, so Doctor.Patients cannot refer to it; add [Entity] to Patient",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Patient>|] Patients { get; }
        }

        public class Patient
        {
            public int Id { get; init; }
        }

        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_the_through_model_is_a_plain_class() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Patient,
        """
        namespace Clinic;

        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_both_are_entities() => rule.IsSilent(
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
        Models.Patient,
        Models.Appointment);

    [Test]
    public Task Is_fixed_by_the_attribute() => rule.IsFixed(
        "Mark Appointment with [Entity]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
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
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed_though_they_are_one() => rule.AllAreFixed(
        "Mark Patient with [Entity]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasOne]
            public partial Patient? Favourite { get; }
        }

        public class Patient
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasOne]
            public partial Patient? Favourite { get; }
        }

        [Entity]
        public class Patient
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);
}
