using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ThroughModelLacksDiscriminatorTests
{
    private const string Items = """
        namespace Shop;

        public abstract class Item
        {
            public int Id { get; init; }
        }

        [Entity]
        public class Book : Item;

        [Entity]
        public class Film : Item;
        """;

    private const string Tag = """
        namespace Shop;

        [Entity]
        public partial class Tag
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Tagging), Polymorphic = true)]
            public partial IReadOnlyList<Item> Items { get; }
        }
        """;

    private const string TwoWays = """
        namespace Shop;

        [Entity]
        public partial class Tag
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Tagging), Polymorphic = true)]
            public partial IReadOnlyList<Item> Items { get; }

            [HasMany(through: typeof(Tagging), Polymorphic = true)]
            public partial IReadOnlyList<Link<Item, Tagging>> Taggings { get; }
        }
        """;

    private const string Tagging = """
        namespace Shop;

        [Entity]
        public class Tagging
        {
            public int Id { get; init; }
            public int TagId { get; set; }
            public int ItemId { get; set; }
        }
        """;

    private const string TaggingWithType = """
        namespace Shop;

        [Entity]
        public class Tagging
        {
            public int Id { get; init; }
            public int TagId { get; set; }
            public int ItemId { get; set; }
            public required string ItemType { get; set; }
        }
        """;

    private static readonly Rule rule = new(RuleIds.ThroughModelLacksDiscriminator);

    [Test]
    public Task Reports_when_the_through_model_does_not_name_the_type() => rule.ReportsMessage(
        "Tagging has no property 'ItemType' to say which type a link leads to; add it, or name the discriminator with Discriminator",
        Tag.Replace("typeof(Tagging)", "[|typeof(Tagging)|]", StringComparison.Ordinal), Tagging, Items);

    [Test]
    public Task Reports_a_polymorphic_foreign_key_without_a_discriminator_beside_it() => rule.ReportsMessage(
        "Note has no property 'SubjectType' to say which type a link leads to; add it, or name the discriminator with Discriminator",
        """
        namespace Shop;

        [Entity]
        public partial class Note
        {
            public int Id { get; init; }
            public int SubjectId { get; set; }

            [BelongsTo(Polymorphic = true, KeyFrom = nameof(SubjectId))]
            public partial [|Item?|] Subject { get; }
        }
        """,
        Items);

    [Test]
    public Task Is_silent_when_the_type_is_named() => rule.IsSilent(Tag, TaggingWithType, Items);

    [Test]
    public Task Is_silent_when_the_discriminator_has_another_name() => rule.IsSilent(
        Tag.Replace("Polymorphic = true", "Polymorphic = true, Discriminator = \"Kind\"", StringComparison.Ordinal),
        TaggingWithType.Replace("ItemType", "Kind", StringComparison.Ordinal),
        Items);

    [Test]
    public Task Is_fixed_by_adding_it() => rule.IsFixed("Add 'ItemType' to Tagging", Tagging, TaggingWithType, Tag, Items);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed("Add 'ItemType' to Tagging", Tagging, TaggingWithType, TwoWays, Items);
}
