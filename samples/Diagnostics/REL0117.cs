// The inverse relation uses other keys.
namespace Diagnostics.REL0117;

[Entity]
[Table("Doctor0117")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0117")]
public partial class Patient
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment), ThroughKeyTo = nameof(Treatment.AssistantId))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}

[Entity]
[Table("Treatment0117")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int AssistantId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
