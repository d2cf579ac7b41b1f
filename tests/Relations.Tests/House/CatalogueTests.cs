using System.Globalization;
using System.Text.RegularExpressions;

namespace Relations.Tests.House;

/// <summary>Every numbered behaviour of LoopBack has a test that carries its number, or a reason why it has none here.</summary>
[TestFixture]
public sealed partial class CatalogueTests
{
    // The numbers of the table of behaviours; 111 is REST.
    private static readonly int[] Numbers =
    [
        1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 17, 18,
        19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 33, 34, 35, 36, 37, 38, 39, 40, 42, 48, 49, 50, 51, 54, 55, 56, 57, 58, 62, 63, 64, 68, 69, 70,
        71, 72, 73, 74, 75, 77, 78, 79, 80,
        82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 93, 94, 95, 96, 97, 98, 99, 100, 101, 104,
        105, 106, 107, 108, 109, 110,
    ];

    private static readonly Dictionary<int, string> TestedElsewhere = new()
    {
        [4] = "a key or through model that is missing is a compiler diagnostic: the analyzers' tests",
        [11] = "two equal through keys are a compiler diagnostic: the analyzers' tests",
        [12] = "the discriminator's absence is a compiler diagnostic: the analyzers' tests",
    };

    private static IReadOnlySet<int> Tested { get; } = typeof(CatalogueTests).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .Select(static method => Name().Match(method.Name))
        .SelectMany(static match => match.Groups["number"].Captures)
        .Select(static capture => int.Parse(capture.Value, CultureInfo.InvariantCulture))
        .ToHashSet();

    [Test]
    public void Every_behaviour_has_a_test_or_a_reason() => Assert.That(Numbers.Except(Tested).Except(TestedElsewhere.Keys), Is.Empty);

    [Test]
    public void No_test_carries_a_number_that_the_table_does_not_have() => Assert.That(Tested.Except(Numbers), Is.Empty);

    [Test]
    public void No_reason_stands_for_a_behaviour_that_has_a_test() => Assert.That(TestedElsewhere.Keys.Intersect(Tested), Is.Empty);

    [GeneratedRegex(@"^L(?<number>\d{3})(_(?<number>\d{3}))*_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
