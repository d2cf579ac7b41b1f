// A relation contradicts itself or another.
namespace Diagnostics.REL0113;

[Entity]
[Table("Doctor0113")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment)), NotMapped]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0113")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0113")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
