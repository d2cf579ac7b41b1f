namespace Relations.Analyzers.Tests.Verification;

/// <summary>Sound models that the tests refer to.</summary>
internal static class Models
{
    public const string Doctor = "namespace Clinic; [Entity] public partial class Doctor { public int Id { get; init; } public required string Name { get; set; } }";

    public const string Patient = "namespace Clinic; [Entity] public partial class Patient { public int Id { get; init; } public required string Name { get; set; } }";

    public const string Appointment = "namespace Clinic; [Entity] public partial class Appointment { public int Id { get; init; } public int DoctorId { get; set; } public int PatientId { get; set; } public DateTime At { get; set; } }";
}
