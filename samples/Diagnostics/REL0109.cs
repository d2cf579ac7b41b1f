// The through model lacks the discriminator.
namespace Diagnostics.REL0109;

public abstract class Item
{
    public int Id { get; init; }
}

[Entity]
[Table("Book0109")]
public class Book : Item
{
    public string? Title { get; set; }
}

[Entity]
[Table("Tag0109")]
public partial class Tag
{
    public int Id { get; init; }

    [HasMany(through: typeof(Tagging), Polymorphic = true)]
    public partial IReadOnlyList<Item> Items { get; }
}

[Entity]
[Table("Tagging0109")]
public class Tagging
{
    public int Id { get; init; }
    public int TagId { get; set; }
    public int ItemId { get; set; }
    public DateTime At { get; set; }
}
