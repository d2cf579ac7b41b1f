// A relation property can be neither set nor generated.
namespace Diagnostics.REL0112;

[Entity]
[Table("Doctor0112")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public IReadOnlyList<Patient> Patients { get; } = [];
}

[Entity]
[Table("Patient0112")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0112")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
