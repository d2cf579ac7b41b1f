// An entity has no primary key.
namespace Diagnostics.REL0001;

[Entity]
[Table("Room0001")]
public class Room
{
    public string? Name { get; set; }
}
