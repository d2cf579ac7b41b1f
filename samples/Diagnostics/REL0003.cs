// A property's type has no column.
namespace Diagnostics.REL0003;

[Entity]
[Table("Room0003")]
public partial class Room
{
    public int Id { get; init; }
    public Uri? Site { get; set; }
}
