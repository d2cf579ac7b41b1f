// A relation is initialized.
namespace Diagnostics.REL0118;

[Entity]
[Table("Doctor0118")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany]
    public List<Visit> Visits { get; set; } = [];
}

[Entity]
[Table("Visit0118")]
public partial class Visit
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
}
