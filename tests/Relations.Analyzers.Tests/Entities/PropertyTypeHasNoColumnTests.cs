using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class PropertyTypeHasNoColumnTests
{
    private const string Bed = """
        [Entity]
        public class Bed
        {
            public int Id { get; init; }
            public int RoomId { get; set; }
        }
        """;

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

    [TestCase("List<Bed>?", "[HasMany]")]
    [TestCase("Bed?", "[BelongsTo] or [HasOne]")]
    public Task Reports_relations_that_are_not_marked(string type, string attribute) => rule.ReportsMessage(
        $"Room.Beds has the type {type.Replace("List", "System.Collections.Generic.List", StringComparison.Ordinal)}, which no column can hold; mark it {attribute} to make it a relation to Bed, or [NotMapped] if it is none",
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|{{type}}|] Beds { get; set; }
        }

        [Entity]
        public class Bed
        {
            public int Id { get; init; }
            public int RoomId { get; set; }
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
    public Task Is_silent_when_a_strong_type_holds_a_value_that_a_column_can() => rule.IsSilent(
        """
        public readonly record struct RoomId(int Value);
        public readonly record struct Code(string Text) { public int Length => Text.Length; }
        public readonly record struct Day(DayOfWeek Value);
        public readonly record struct Checked(string Text) { public string Text { get; } = Text.Trim(); }

        [Entity]
        public class Room
        {
            public RoomId Id { get; init; }
            public Code Code { get; set; }
            public Code? Other { get; set; }
            public Day Cleaned { get; set; }
            public Checked Name { get; set; }
        }
        """);

    [TestCase("public readonly record struct Size(int Width, int Height);", "have a public property that cannot be null, and a public constructor that takes its value alone, by its very name", TestName = "Reports_when_a_struct_holds_two_values")]
    [TestCase("public record struct Size(int Width);", "be readonly", TestName = "Reports_when_a_struct_can_be_changed")]
    [TestCase("public readonly record struct Size(int Width) { public int Height { get; init; } }", "hold nothing but Width", TestName = "Reports_when_a_struct_can_be_given_more")]
    [TestCase("public readonly struct Size(int width) { public int Width => width; }", "implement IEquatable<Size>", TestName = "Reports_when_a_struct_is_no_record")]
    [TestCase("public readonly struct Size(int width) : IEquatable<Size> { public int Width => width; public bool Equals(Size other) => true; }", "have a public property that cannot be null, and a public constructor that takes its value alone, by its very name", TestName = "Reports_when_a_parameter_has_another_case")]
    [TestCase("public readonly struct Size(int Width) : IEquatable<Size> { public int Width { get; } = Width; public bool Equals(Size other) => true; }", "have a public Deconstruct that gives Width", TestName = "Reports_when_a_struct_is_not_deconstructed")]
    [TestCase("public readonly record struct Size(Uri Site);", "hold a value that a column can hold, which System.Uri is not", TestName = "Reports_when_no_column_can_hold_the_value_inside")]
    [TestCase("public readonly record struct Size(string? Text);", "have a public property that cannot be null, and a public constructor that takes its value alone, by its very name", TestName = "Reports_when_the_value_inside_may_be_null")]
    [TestCase("public readonly record struct Inner(int Value); public readonly record struct Size(Inner Value);", "hold a value that a column can hold, which Inner is not", TestName = "Reports_when_the_value_inside_is_a_strong_type_itself")]
    public Task Reports_structs(string declaration, string lack) => rule.ReportsMessage(
        $"Room.Size has the type Size, which no column can hold (a strong type must {lack}); change it, or mark it [NotMapped]",
        declaration +
        """

        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|Size|] Size { get; set; }
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

    [TestCase("HasMany", "List<Bed>?")]
    [TestCase("HasOne", "Bed?")]
    public Task Is_fixed_by_the_attribute_of_a_relation(string attribute, string type) => rule.IsFixed(
        $"Mark it with [{attribute}]",
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public [|{{type}}|] Beds { get; set; }
        }
        """,
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            [{{attribute}}]
            public {{type}} Beds { get; set; }
        }
        """,
        Bed);

    [Test]
    public Task Is_fixed_by_belongs_to() => rule.IsFixed(
        "Mark it with [BelongsTo]",
        """
        [Entity]
        public class Pillow
        {
            public int Id { get; init; }
            public int BedId { get; set; }
            public [|Bed?|] Bed { get; set; }
        }
        """,
        """
        [Entity]
        public class Pillow
        {
            public int Id { get; init; }
            public int BedId { get; set; }
            [BelongsTo]
            public Bed? Bed { get; set; }
        }
        """,
        Bed);
}
