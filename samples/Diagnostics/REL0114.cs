// A key that a relation refers to is not unique.
namespace Diagnostics.REL0114;

[Entity]
[Table("Doctor0114")]
public partial class Doctor
{
    public int Id { get; init; }
    public int Licence { get; set; }

    [HasMany(through: typeof(Treatment), KeyFrom = nameof(Licence))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0114")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0114")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
