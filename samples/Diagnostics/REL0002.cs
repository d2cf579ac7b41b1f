// An entity cannot be mapped.
namespace Diagnostics.REL0002;

[Entity]
[Table("Room0002")]
public abstract class Room
{
    public int Id { get; init; }
}
