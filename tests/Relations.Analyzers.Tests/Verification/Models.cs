namespace Relations.Analyzers.Tests.Verification;

/// <summary>Sound models that the tests refer to.</summary>
internal static class Models
{
    public const string Doctor = "namespace Clinic; [Entity] public partial class Doctor { public int Id { get; init; } public required string Name { get; set; } }";

    public const string Patient = "namespace Clinic; [Entity] public partial class Patient { public int Id { get; init; } public required string Name { get; set; } }";

    public const string Appointment = "namespace Clinic; [Entity] public partial class Appointment { public int Id { get; init; } public int DoctorId { get; set; } public int PatientId { get; set; } public DateTime At { get; set; } }";

    /// <summary>A clinic whose repositories the tests of use call.</summary>
    public const string Clinic = """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public required string Name { get; set; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }

            [HasMany(through: typeof(Appointment))]
            public List<Patient>? Colleagues { get; set; }
        }

        [Entity]
        public partial class Patient
        {
            public int Id { get; init; }
            public required string Name { get; set; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Doctor> Doctors { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """;
}
