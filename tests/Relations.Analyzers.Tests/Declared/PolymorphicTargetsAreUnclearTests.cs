using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class PolymorphicTargetsAreUnclearTests
{
    private const string Item = """
        namespace Shop;

        public abstract class Item
        {
            public int Id { get; init; }
        }
        """;

    private const string Books = """
        namespace Shop;

        [Entity]
        public class Book : Item;
        """;

    private const string Tagging = """
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

    private static readonly Rule rule = new(RuleIds.PolymorphicTargetsAreUnclear);

    [Test]
    public Task Reports_when_no_entity_is_of_the_type() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: no [Entity] of this project is an Item",
        Tag("[HasMany(through: [|typeof(Tagging)|], Polymorphic = true)]"), Tagging, Item);

    [Test]
    public Task Reports_when_two_have_the_same_discriminator_value() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: Book and Film have the same discriminator value \"Book\"",
        Tag("[HasMany(through: [|typeof(Tagging)|], Polymorphic = true)]"), Tagging, Item, Books,
        """
        namespace Shop;

        [Entity, Discriminator("Book")]
        public class Film : Item;
        """);

    [Test]
    public Task Reports_namesakes_with_their_namespaces() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: Archive.Book and Shop.Book have the same discriminator value \"Book\"",
        Tag("[HasMany(through: [|typeof(Tagging)|], Polymorphic = true)]"), Tagging, Item, Books,
        """
        namespace Archive;

        [Entity, Table("OldBook")]
        public class Book : Shop.Item;
        """);

    [Test]
    public Task Reports_a_named_target_of_another_type() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: Tagging is no Item",
        Tag("[HasMany(through: typeof(Tagging), Polymorphic = true, Targets = [|new[] { typeof(Tagging) }|])]"), Tagging, Item, Books);

    [Test]
    public Task Reports_a_discriminator_that_is_no_text() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: its discriminator Tagging.ItemType is no text",
        Tag("[HasMany(through: [|typeof(Tagging)|], Polymorphic = true)]"), Tagging.Replace("required string", "int", StringComparison.Ordinal), Item, Books);

    [Test]
    public Task Reports_a_composite_key_of_one_of_the_types() => rule.ReportsMessage(
        "Tag.Items cannot tell its targets apart: the key of Film has several properties",
        Tag("[HasMany(through: [|typeof(Tagging)|], Polymorphic = true)]"), Tagging, Item, Books,
        """
        namespace Shop;

        [Entity]
        public class Film : Item
        {
            [Key]
            public int Reel { get; set; }
            [Key]
            public int Part { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_the_types_differ() => rule.IsSilent(
        Tag("[HasMany(through: typeof(Tagging), Polymorphic = true)]"), Tagging, Item, Books,
        """
        namespace Shop;

        [Entity, Discriminator("film")]
        public class Film : Item;
        """);

    [Test]
    public Task Is_silent_when_the_shared_type_is_an_entity_with_a_table_of_its_own() => rule.IsSilent(
        Tag("[HasMany(through: typeof(Tagging), Polymorphic = true)]"), Tagging, Books,
        """
        namespace Shop;

        [Entity]
        public class Item
        {
            public int Id { get; init; }
        }
        """);

    private static string Tag(string attribute) => $$"""
        namespace Shop;

        [Entity]
        public partial class Tag
        {
            public int Id { get; init; }

            {{attribute}}
            public partial IReadOnlyList<Item> Items { get; }
        }
        """;
}
