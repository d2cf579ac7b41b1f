// A concurrency token is no integer.
namespace Diagnostics.REL0008;

[Entity]
[Table("Room0008")]
public partial class Room
{
    public int Id { get; init; }
    [Timestamp]
    public byte[] Version { get; set; } = [];
}
