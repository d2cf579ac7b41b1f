// A related type is no entity.
namespace Diagnostics.REL0004;

[Entity]
[Table("Doctor0004")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0004")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}

public partial class Ward
{
    public int Id { get; init; }

    [HasMany]
    public partial IReadOnlyList<Patient> Patients { get; }
}
