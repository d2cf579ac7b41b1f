// Several foreign keys could be meant.
namespace Diagnostics.REL0111;

[Entity]
[Table("Doctor0111")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0111")]
public partial class Patient
{
    public int Id { get; init; }
    public int FirstId { get; set; }
    public int SecondId { get; set; }

    [BelongsTo(KeyFrom = nameof(FirstId))]
    public partial Doctor? First { get; }

    [BelongsTo(KeyFrom = nameof(SecondId))]
    public partial Doctor? Second { get; }
}
