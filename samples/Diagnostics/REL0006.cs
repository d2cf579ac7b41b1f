// A generated name is taken.
namespace Diagnostics.REL0006;

[Entity]
[Table("Room0006")]
public partial class Room
{
    public int Id { get; init; }
}

public class RoomPatch;
