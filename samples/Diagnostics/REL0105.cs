// A foreign key has another type than the key it refers to.
namespace Diagnostics.REL0105;

[Entity]
[Table("Doctor0105")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0105")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0105")]
public partial class Treatment
{
    public int Id { get; init; }
    public long DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
