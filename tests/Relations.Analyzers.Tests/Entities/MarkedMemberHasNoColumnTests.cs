using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class MarkedMemberHasNoColumnTests
{
    private static readonly Rule rule = new(RuleIds.MarkedMemberHasNoColumn);

    [TestCase("[|Key|]] internal int Number { get; set; }", "Key", "it is not public")]
    [TestCase("[|Key|]] private int Number { get; set; }", "Key", "it is not public")]
    [TestCase("[|Key|]] public int Number { internal get; set; }", "Key", "its getter is not public")]
    [TestCase("[|Unique|]] public int Number { set { } }", "Unique", "it has no getter")]
    [TestCase("[|Key|]] public int Number { get; }", "Key", "it has no setter, and no parameter of the constructor is named after it")]
    [TestCase("[|Column(\"x\")|]] public int Number => 1;", "Column", "it has no setter, and no parameter of the constructor is named after it")]
    [TestCase("[|ConcurrencyCheck|]] protected int Number { get; set; }", "ConcurrencyCheck", "it is not public")]
    [TestCase("[|Timestamp|]] internal long Number { get; set; }", "Timestamp", "it is not public")]
    [TestCase("[|DatabaseGenerated(DatabaseGeneratedOption.Computed)|]] internal long Number { get; set; }", "DatabaseGenerated", "it is not public")]
    [TestCase("[|NotFilterable|]] internal long Number { get; set; }", "NotFilterable", "it is not public")]
    [TestCase("[|ForeignKey(\"Other\")|]] internal long Number { get; set; }", "ForeignKey", "it is not public")]
    [TestCase("[|Key|], NotMapped] public int Number { get; set; }", "Key", "it is marked [NotMapped]")]
    [TestCase("[|Key|]] public static int Number { get; set; }", "Key", "it is static")]
    [TestCase("[|Key|]] public int Number;", "Key", "it is a field")]
    public Task Reports_when_no_column_can_be_made_of_what_is_marked(string member, string attribute, string obstacle) => rule.ReportsMessage(
        $"Room.Number is marked [{attribute}], but has no column: {obstacle}; columns are public properties that can be read and set",
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            [{{member}}
        }
        """);

    [Test]
    public Task Reports_an_indexer() => rule.ReportsMessage(
        "Room.this[] is marked [Unique], but has no column: it is an indexer; columns are public properties that can be read and set",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            [[|Unique|]] public int this[int place] { get => place; set { } }
        }
        """);

    [Test]
    public Task Reports_the_only_key_without_asking_for_another() => rule.Reports(
        """
        [Entity]
        public class Room
        {
            [[|Key|]] internal int Number { get; set; }
            public string Name { get; set; } = "";
        }
        """);

    [Test]
    public Task Reports_what_is_inherited() => rule.Reports(
        """
        public abstract class Place
        {
            public int Id { get; init; }
            [[|Unique|]] protected int Number { get; set; }
        }

        [Entity]
        public class Room : Place;
        """);

    [Test]
    public Task Reports_a_foreign_key_that_cannot_be_reached() => rule.ReportsMessage(
        "Bed.RoomId is the foreign key to Room, but has no column: it is not public; columns are public properties that can be read and set",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }

            [HasMany]
            public [|List<Bed>?|] Beds { get; set; }
        }

        [Entity]
        public class Bed
        {
            public int Id { get; init; }
            internal int RoomId { get; set; }
        }
        """);

    [Test]
    public Task Reports_a_named_key_that_cannot_be_reached() => rule.ReportsMessage(
        "Bed.Place is named by KeyFrom, but has no column: it has no setter, and no parameter of the constructor is named after it; columns are public properties that can be read and set",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }

        [Entity]
        public class Bed
        {
            public int Id { get; init; }
            public int Place { get; }

            [BelongsTo(KeyFrom = [|nameof(Place)|])]
            public Room? Room { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_columns_are_marked_and_others_are_not() => rule.IsSilent(
        """
        [Entity]
        public class Room(int number)
        {
            [Key]
            public int Number { get; } = number;
            [Required, MaxLength(3)]
            internal string Note { get; set; } = "";
            [Column("kept")]
            public string Kept { get; private set; } = "";
            public int Twice => Number * 2;
            public static int Most { get; set; }
            public int this[int place] => place;
        }
        """);
}
