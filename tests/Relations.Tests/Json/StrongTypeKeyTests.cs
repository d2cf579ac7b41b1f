using System.Text.Json;
using System.Text.Json.Serialization;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Strong types as the keys of dictionaries in JSON: what the value inside is as one.</summary>
[TestFixture]
public sealed class StrongTypeKeyTests
{
    private static readonly Guid Token = Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    private readonly JsonSerializerOptions options = new() { Converters = { RelationsJson.StrongTypes(RelationsModel.Definition) } };

    private static IEnumerable<TestCaseData> Keys =>
    [
        Case(new SurgeonId(5), "5"),
        Case(new NodeNumber(long.MinValue), "-9223372036854775808"),
        Case(new NodeToken(Token), Token.ToString()),
        Case(new ImplantCode("left \"hip\""), "left \\u0022hip\\u0022"),
        Case(new ImplantCode(""), ""),
        Case(new Severity(Mood.Cross), "Cross"),
    ];

    [TestCaseSource(nameof(Keys))]
    public void They_are_written_and_read(Func<JsonSerializerOptions, (string Text, bool IsSame)> write, string expected) =>
        Assert.That(write(options), Is.EqualTo(($$"""{"{{expected}}":1}""", true)));

    [Test]
    public void A_converter_of_the_value_inside_has_its_say()
    {
        var own = new JsonSerializerOptions(options) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

        Assert.That(JsonSerializer.Serialize(new Dictionary<Severity, int> { [new(Mood.Cross)] = 1 }, own), Is.EqualTo("""{"cross":1}"""));
    }

    [Test]
    public void A_key_that_does_not_fit_is_no_JSON_of_it() =>
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<SurgeonId, int>>("""{"x":1}""", options), Throws.TypeOf<JsonException>());

    private static TestCaseData Case<TKey>(TKey key, string expected) where TKey : struct =>
        new TestCaseData(
            (Func<JsonSerializerOptions, (string Text, bool IsSame)>)(options =>
            {
                var text = JsonSerializer.Serialize(new Dictionary<TKey, int> { [key] = 1 }, options);
                return (text, JsonSerializer.Deserialize<Dictionary<TKey, int>>(text, options)!.ContainsKey(key));
            }),
            expected).SetArgDisplayNames(typeof(TKey).Name, expected);
}
