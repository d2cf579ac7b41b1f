using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class InverseUsesOtherKeysTests
{
    private static readonly Rule rule = new(RuleIds.InverseUsesOtherKeys);

    [Test]
    public Task Reports_when_the_keys_differ() => rule.ReportsMessage(
        "Doctor.Patients and Patient.Doctors go through Appointment by different keys; name the same two on both",
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
        public partial class Patient
        {
            public int Id { get; init; }

            [HasMany(through: {|REL0117:typeof(Appointment)|}, ThroughKeyTo = nameof(Appointment.AssistantId))]
            public partial IReadOnlyList<Doctor> Doctors { get; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int AssistantId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_they_are_the_same() => rule.IsSilent(
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
        public partial class Patient
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyTo = nameof(Appointment.DoctorId))]
            public partial IReadOnlyList<Doctor> Doctors { get; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int AssistantId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_there_is_no_inverse() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = nameof(Appointment.AssistantId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Patient
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int AssistantId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """);
}
