// The through model lacks the foreign key to the target.
namespace Diagnostics.REL0102;

[Entity]
[Table("Doctor0102")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0102")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0102")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public DateTime At { get; set; }
}
