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
