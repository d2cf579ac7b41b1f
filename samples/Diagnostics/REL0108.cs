// The source lacks the foreign key.
namespace Diagnostics.REL0108;

[Entity]
[Table("Doctor0108")]
public partial class Doctor
{
    public int Id { get; init; }
}

[Entity]
[Table("Visit0108")]
public partial class Visit
{
    public int Id { get; init; }

    [BelongsTo]
    public partial Doctor? Doctor { get; }
}
