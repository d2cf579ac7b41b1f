// The through model lacks the foreign key to the source.
namespace Diagnostics.REL0101;

[Entity]
[Table("Doctor0101")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0101")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0101")]
public partial class Treatment
{
    public int Id { get; init; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}
