using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class PropertyTypeHasNoColumnTests
{
    private static readonly Rule rule = new(RuleIds.PropertyTypeHasNoColumn);

    [Test]
    public Task Reports_when_no_column_can_hold_the_type() => rule.ReportsMessage(
        "Room.Site has the type System.Uri, which no column can hold; change it, or mark it [NotMapped]",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|Uri|] Site { get; set; } = new("a:b");
        }
        """);

    [Test]
    public Task Is_silent_when_it_can() => rule.IsSilent(
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public DateOnly? Built { get; set; }
            public byte[]? Picture { get; set; }
            public DayOfWeek Cleaned { get; set; }
            [NotMapped]
            public Uri? Site { get; set; }
            public Uri Address => new("https://example.com");
        }
        """);

    [Test]
    public Task Is_fixed_by_an_attribute() => rule.IsFixed(
        "Mark it with [NotMapped]",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|Uri?|] Site { get; set; }
        }
        """,
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            [NotMapped]
            public Uri? Site { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Mark it with [NotMapped]",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|Uri?|] Site { get; set; }
            public [|Version?|] Version { get; set; }
        }
        """,
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            [NotMapped]
            public Uri? Site { get; set; }
            [NotMapped]
            public Version? Version { get; set; }
        }
        """);
}
