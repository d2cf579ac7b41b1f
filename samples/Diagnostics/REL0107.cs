// The target lacks the foreign key.
namespace Diagnostics.REL0107;

[Entity]
[Table("Doctor0107")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0107")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}
