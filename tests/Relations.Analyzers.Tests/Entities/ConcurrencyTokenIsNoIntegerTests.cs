using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class ConcurrencyTokenIsNoIntegerTests
{
    private static readonly Rule rule = new(RuleIds.ConcurrencyTokenIsNoInteger);

    [TestCase("[Timestamp] public [|byte[]|] Version { get; set; } = [];", "Timestamp", "byte[]")]
    [TestCase("[ConcurrencyCheck] public [|string|] Version { get; set; } = \"\";", "ConcurrencyCheck", "string")]
    [TestCase("[ConcurrencyCheck] public [|System.Guid?|] Version { get; set; }", "ConcurrencyCheck", "System.Guid?")]
    [TestCase("[ConcurrencyCheck, Column(TypeName = \"text\")] public [|System.DayOfWeek|] Version { get; set; }", "ConcurrencyCheck", "System.DayOfWeek")]
    public Task Reports_what_cannot_be_counted(string member, string attribute, string type) => rule.ReportsMessage(
        $"Room.Version is marked [{attribute}], but has the type {type}; updates count a token up, and throw where it is no integer: change its type, or remove [{attribute}]",
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            {{member}}
        }
        """);

    [TestCase("[Timestamp] public int Version { get; set; }")]
    [TestCase("[ConcurrencyCheck] public ulong Version { get; set; }")]
    [TestCase("public string Version { get; set; } = \"\";")]
    public Task Is_silent_when_it_is_an_integer_or_no_token(string member) => rule.IsSilent(
        $$"""
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            {{member}}
        }
        """);
}
