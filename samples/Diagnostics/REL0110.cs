// Two targets have the same discriminator value.
namespace Diagnostics.REL0110;

public abstract class Item
{
    public int Id { get; init; }
}

[Entity, Discriminator("item")]
[Table("Book0110")]
public class Book : Item
{
    public string? Title { get; set; }
}

[Entity, Discriminator("item")]
[Table("Film0110")]
public class Film : Item
{
    public string? Title { get; set; }
}

[Entity]
[Table("Tag0110")]
public partial class Tag
{
    public int Id { get; init; }

    [HasMany(through: typeof(Tagging), Polymorphic = true)]
    public partial IReadOnlyList<Item> Items { get; }
}

[Entity]
[Table("Tagging0110")]
public class Tagging
{
    public int Id { get; init; }
    public int TagId { get; set; }
    public int ItemId { get; set; }
    public required string ItemType { get; set; }
}
