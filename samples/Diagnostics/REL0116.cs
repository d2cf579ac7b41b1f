// A relation that can be empty is not nullable.
namespace Diagnostics.REL0116;

[Entity]
[Table("Doctor0116")]
public partial class Doctor
{
    public int Id { get; init; }
}

[Entity]
[Table("Visit0116")]
public partial class Visit
{
    public int Id { get; init; }
    public int? DoctorId { get; set; }

    [BelongsTo]
    public partial Doctor Doctor { get; }
}
