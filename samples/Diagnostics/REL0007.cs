// What is marked as a column is none.
namespace Diagnostics.REL0007;

[Entity]
[Table("Room0007")]
public partial class Room
{
    [Key]
    internal int Number { get; init; }
    public int Id { get; init; }
}
