using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class JsonNameIsNotUniqueTests
{
    private static readonly Rule rule = new(RuleIds.JsonNameIsNotUnique);

    [TestCase("[[|System.Text.Json.Serialization.JsonPropertyName(\"id\")|]] public string? Label { get; set; }", "Label", "Id", "id")]
    [TestCase("[[|System.Text.Json.Serialization.JsonPropertyName(\"ID\")|]] public string? Label { get; set; }", "Label", "Id", "ID")]
    [TestCase("public string? Label { get; set; } [Column(\"Other\")] public string? [|label|] { get; set; }", "label", "Label", "label")]
    public Task Reports_the_second_of_two_columns(string member, string property, string other, string name) => rule.ReportsMessage(
        $"Room.{property} and Room.{other} both have the name '{name}' in JSON; give one of them another with [JsonPropertyName], or hide it with [JsonIgnore]",
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            {{member}}
        }
        """);

    [Test]
    public Task Reports_a_relation_beside_a_column() => rule.ReportsMessage(
        "Visit.Doctor and Visit.DoctorId both have the name 'DOCTORID' in JSON; give one of them another with [JsonPropertyName], or hide it with [JsonIgnore]",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo, [|System.Text.Json.Serialization.JsonPropertyName("DOCTORID")|]]
            public partial Doctor Doctor { get; }
        }
        """,
        Models.Doctor);

    [TestCase("[System.Text.Json.Serialization.JsonPropertyName(\"label\")] public string? Name { get; set; }")]
    [TestCase("[System.Text.Json.Serialization.JsonIgnore, System.Text.Json.Serialization.JsonPropertyName(\"id\")] public string? Name { get; set; }")]
    [TestCase("[NotMapped, System.Text.Json.Serialization.JsonPropertyName(\"id\")] public string? Name { get; set; }")]
    public Task Is_silent_where_the_names_differ_or_one_is_hidden(string member) => rule.IsSilent(
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            {{member}}
        }
        """);
}
