// Two map to the same table or column.
namespace Diagnostics.REL0005;

[Entity]
[Table("Room0005")]
public partial class Room
{
    public int Id { get; init; }
    public string? Label { get; set; }
    [Column("label")]
    public string? Name { get; set; }
}
