// A named key does not exist.
namespace Diagnostics.REL0103;

[Entity]
[Table("Doctor0103")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment), ThroughKeyFrom = "DoctorID")]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0103")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0103")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
