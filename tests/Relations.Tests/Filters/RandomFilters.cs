using System.Globalization;
using System.Text.Json.Nodes;
using Relations.Tests.Models;
using Relations.Tests.Queries;
using static Relations.Tests.Queries.SampleWorld;

namespace Relations.Tests.Filters;

/// <summary>Makes valid filters over the samples of a world by chance.</summary>
internal sealed class RandomFilters(SampleWorld world)
{
    // JSON has no infinity.
    private static readonly double[] Finite = [.. Doubles.Where(double.IsFinite)];

    private static readonly (string Name, Comparison<Sample> Compare)[] SampleOrders =
    [
        ("number", By(static sample => sample.Number)),
        ("maybe", By(static sample => sample.Maybe)),
        ("name", static (one, two) => string.CompareOrdinal(one.Name, two.Name)),
        ("text", static (one, two) => string.CompareOrdinal(one.Text, two.Text)),
        ("price", By(static sample => sample.Price)),
        ("moment", By(static sample => sample.Moment)),
        ("length", By(static sample => sample.Length)),
        ("mood", By(static sample => sample.Mood)),
    ];

    private static readonly (string Name, Comparison<(Mark Mark, Marking Marking)> Compare)[] LinkOrders =
    [
        ("rank", static (one, two) => one.Mark.Rank.CompareTo(two.Mark.Rank)),
        ("name", static (one, two) => string.CompareOrdinal(one.Mark.Name, two.Mark.Name)),
        ("through.weight", static (one, two) => one.Marking.Weight.CompareTo(two.Marking.Weight)),
        ("through.note", static (one, two) => string.CompareOrdinal(one.Marking.Note, two.Marking.Note)),
    ];

    public FilterTerm<Sample> Condition(Random random, int depth = 3) => FilterTerm.Any(random, depth, Atom);

    public static FilterTerm<Part> OfParts(Random random) => random.Next(3) switch
    {
        0 => FilterTerm.Property<Part, int>(random, "size", static part => part.Size, Integers, static value => value),
        1 => FilterTerm.Text<Part>(random, "label", static part => part.Label),
        _ => FilterTerm.Property<Part, string>(random, "label", static part => part.Label, Texts, static value => value, string.CompareOrdinal),
    };

    public static FilterTerm<(Mark Mark, Marking Marking)> OfLinks(Random random) => random.Next(6) switch
    {
        0 => FilterTerm.Property<(Mark Mark, Marking Marking), int>(random, "rank", static link => link.Mark.Rank, Integers, static value => value),
        1 => FilterTerm.Text<(Mark Mark, Marking Marking)>(random, "name", static link => link.Mark.Name),
        2 => Through(FilterTerm.Property<(Mark Mark, Marking Marking), int>(random, "weight", static link => link.Marking.Weight, Integers, static value => value)),
        3 => Through(FilterTerm.Property<(Mark Mark, Marking Marking), decimal>(random, "cost", static link => link.Marking.Cost, Decimals, static value => value)),
        4 => Through(FilterTerm.Text<(Mark Mark, Marking Marking)>(random, "note", static link => link.Marking.Note)),
        _ => FilterTerm.Property<(Mark Mark, Marking Marking), string>(random, "name", static link => link.Mark.Name, Texts, static value => value, string.CompareOrdinal),
    };

    public (string Name, bool Descends, Comparison<Sample> Compare) Order(Random random) => Directed(random, SampleOrders);

    public static (string Name, bool Descends, Comparison<(Mark Mark, Marking Marking)> Compare) LinkOrder(Random random) => Directed(random, LinkOrders);

    private static FilterTerm<TRow> Through<TRow>(FilterTerm<TRow> condition) => condition with { Where = new() { ["through"] = condition.Where } };

    private static (string Name, bool Descends, Comparison<TRow> Compare) Directed<TRow>(Random random, (string Name, Comparison<TRow> Compare)[] all)
    {
        var (name, compare) = Of(random, all);
        return random.Next(2) == 0 ? (name, false, compare) : (name + " DESC", true, (one, two) => compare(two, one));
    }

    private static Comparison<Sample> By<T>(Func<Sample, T> get) => (one, two) => Comparer<T>.Default.Compare(get(one), get(two));

    private FilterTerm<Sample> Atom(Random random) => random.Next(24) switch
    {
        0 => FilterTerm.Property<Sample, int>(random, "number", static sample => sample.Number, Integers, value => Number(random, value)),
        1 => FilterTerm.Property<Sample, int>(random, "maybe", static sample => sample.Maybe, Integers, value => Number(random, value)),
        2 => FilterTerm.Property<Sample, long>(random, "big", static sample => sample.Big, Longs, value => Number(random, value)),
        3 => FilterTerm.Property<Sample, string>(random, "name", static sample => sample.Name, Texts, static value => value, string.CompareOrdinal),
        4 => FilterTerm.Property<Sample, string>(random, "text", static sample => sample.Text, Texts, static value => value, string.CompareOrdinal),
        5 => FilterTerm.Text<Sample>(random, "name", static sample => sample.Name),
        6 => FilterTerm.Text<Sample>(random, "text", static sample => sample.Text),
        7 => FilterTerm.Property<Sample, bool>(random, "active", static sample => sample.Active, [false, true], static value => value),
        8 => FilterTerm.Property<Sample, bool>(random, "answer", static sample => sample.Answer, [false, true], static value => value),
        9 => FilterTerm.Property<Sample, Mood>(random, "mood", static sample => sample.Mood, Moods, value => Enumeration(random, value)),
        10 => FilterTerm.Property<Sample, Mood>(random, "otherMood", static sample => sample.OtherMood, Moods, value => Enumeration(random, value)),
        11 => FilterTerm.Property<Sample, decimal>(random, "price", static sample => sample.Price, Decimals, value => Number(random, value)),
        12 => FilterTerm.Property<Sample, decimal>(random, "rebate", static sample => sample.Rebate, Decimals, value => Number(random, value)),
        13 => FilterTerm.Property<Sample, double>(random, "ratio", static sample => sample.Ratio, Finite, value => Number(random, value)),
        14 => FilterTerm.Property<Sample, DateTime>(random, "at", static sample => sample.At, Times, value => Text(value, random.Next(2) == 0 ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'")),
        15 => FilterTerm.Property<Sample, DateTimeOffset>(random, "moment", static sample => sample.Moment, Moments, static value => Text(value, "O")),
        16 => FilterTerm.Property<Sample, DateTimeOffset>(random, "otherMoment", static sample => sample.OtherMoment, Moments, static value => Text(value.ToUniversalTime().DateTime, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF")),
        17 => FilterTerm.Property<Sample, DateOnly>(random, "day", static sample => sample.Day, Days, static value => Text(value, "O")),
        18 => FilterTerm.Property<Sample, TimeOnly>(random, "time", static sample => sample.Time, Clocks, static value => Text(value, "HH:mm:ss.FFFFFFF")),
        19 => FilterTerm.Property<Sample, TimeSpan>(random, "length", static sample => sample.Length, Spans, static value => Text(value, "c")),
        20 => FilterTerm.Property<Sample, Guid>(random, "token", static sample => sample.Token, Guids, value => Text(value, random.Next(2) == 0 ? "D" : "N")),
        21 => FilterTerm.Related<Sample, Part>(random, "parts", world.PartsOf, FilterTerm.Any(random, 1, OfParts)),
        22 => FilterTerm.Related<Sample, (Mark Mark, Marking Marking)>(random, Of(random, ["marks", "markings"]), world.LinksOf, FilterTerm.Any(random, 1, OfLinks)),
        _ => FilterTerm.Related<Sample, Part>(random, "parts", world.PartsOf, FilterTerm.Related<Part, Sample>(random, "sample", part => [world.Samples[part.SampleId - 1]], FilterTerm.Property<Sample, int>(random, "number", static sample => sample.Number, Integers, static value => value))),
    };

    private static JsonNode Number<T>(Random random, T value) where T : IFormattable => random.Next(4) == 0 ? value.ToString(format: null, CultureInfo.InvariantCulture) : JsonValue.Create(value)!;

    private static JsonNode Enumeration(Random random, Mood value) => random.Next(2) == 0 ? value.ToString() : (int)value;

    private static JsonNode Text<T>(T value, string format) where T : IFormattable => value.ToString(format, CultureInfo.InvariantCulture);
}
