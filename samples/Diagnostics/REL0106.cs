// A relation property's type is not supported.
namespace Diagnostics.REL0106;

[Entity]
[Table("Doctor0106")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial HashSet<Patient> Patients { get; }
}

[Entity]
[Table("Patient0106")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0106")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
