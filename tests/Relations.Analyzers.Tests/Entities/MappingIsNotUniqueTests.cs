using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class MappingIsNotUniqueTests
{
    private static readonly Rule rule = new(RuleIds.MappingIsNotUnique);

    [Test]
    public Task Reports_when_two_properties_have_one_column() => rule.ReportsMessage(
        "Name and Label both map to 'label'; give one of them another name with [Table] or [Column]",
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public string? Label { get; set; }
            [Column("label")]
            public string? [|Name|] { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_two_entities_have_one_table() => rule.ReportsMessage(
        "Room and Chair both map to 'things'; give one of them another name with [Table] or [Column]",
        """
        [Entity]
        [Table("things")]
        public class Chair
        {
            public int Id { get; init; }
        }

        [Entity]
        [Table("things")]
        public class [|Room|]
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Reports_when_a_naming_convention_makes_one_column_of_two() => rule.ReportsMessage(
        "birth_year and BirthYear both map to 'birth_year'; give one of them another name with [Table] or [Column]",
        """
        [assembly: RelationsNaming(NamingConvention.SnakeCase)]

        [Entity]
        public class Person
        {
            public int Id { get; init; }
            public int BirthYear { get; set; }
            public int [|birth_year|] { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_a_naming_convention_makes_one_table_of_two() => rule.ReportsMessage(
        "RoomKey and Key both map to 'room_key'; give one of them another name with [Table] or [Column]",
        """
        [assembly: RelationsNaming(NamingConvention.SnakeCase)]

        [Entity]
        [Table("room_key")]
        public class Key
        {
            public int Id { get; init; }
        }

        [Entity]
        public class [|RoomKey|]
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Is_silent_when_the_names_are_kept_as_written_or_named_apart() => rule.IsSilent(
        """
        [assembly: RelationsNaming(NamingConvention.AsWritten)]

        [Entity]
        public class Person
        {
            public int Id { get; init; }
            public int BirthYear { get; set; }
            public int birth_year { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_a_column_is_named_apart_from_the_convention() => rule.IsSilent(
        """
        [assembly: RelationsNaming(NamingConvention.SnakeCase)]

        [Entity]
        public class Person
        {
            public int Id { get; init; }
            public int BirthYear { get; set; }
            [Column("BirthYear")]
            public int birth_year { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_the_schemas_differ() => rule.IsSilent(
        """
        [Entity]
        [Table("things", Schema = "a")]
        public class Chair
        {
            public int Id { get; init; }
        }

        [Entity]
        [Table("things", Schema = "b")]
        public class Room
        {
            public int Id { get; init; }
        }
        """);
}
