using Relations.Querying;
using Relations.Tests.Models;
using static Relations.Tests.Queries.SampleWorld;

namespace Relations.Tests.Queries;

/// <summary>Terms and orders over the samples of a world.</summary>
internal sealed class SampleTerms(SampleWorld world)
{
    public static Term<PartProperties, Part> OfParts(Random random) => random.Next(3) switch
    {
        0 => Term.Column<PartProperties, Part, int?>(random, "Size", static q => q.Size, static part => part.Size, Nullable(Integers), isNullable: true),
        1 => Term.Text<PartProperties, Part>(random, "Label", static q => q.Label, static part => part.Label),
        _ => Term.Column<PartProperties, Part, string>(random, "Label", static q => q.Label, static part => part.Label, Texts, string.CompareOrdinal, isNullable: true),
    };

    public static Term<MarkProperties, Mark> OfMarks(Random random) => random.Next(3) switch
    {
        0 => Term.Column<MarkProperties, Mark, int>(random, "Rank", static m => m.Rank, static mark => mark.Rank, Integers),
        1 => Term.Text<MarkProperties, Mark>(random, "Name", static m => m.Name, static mark => mark.Name),
        _ => Term.Column<MarkProperties, Mark, string>(random, "Name", static m => m.Name, static mark => mark.Name, Texts, string.CompareOrdinal, isNullable: true),
    };

    public static Term<(MarkProperties M, MarkingProperties A), (Mark M, Marking A)> OfLinks(Random random) => random.Next(6) switch
    {
        0 => Term.Column<(MarkProperties M, MarkingProperties A), (Mark M, Marking A), int>(random, "Rank", static p => p.M.Rank, static link => link.M.Rank, Integers),
        1 => Term.Column<(MarkProperties M, MarkingProperties A), (Mark M, Marking A), int>(random, "Weight", static p => p.A.Weight, static link => link.A.Weight, Integers),
        2 => Term.Column<(MarkProperties M, MarkingProperties A), (Mark M, Marking A), decimal?>(random, "Cost", static p => p.A.Cost, static link => link.A.Cost, Nullable(Decimals), isNullable: true),
        3 => Term.Text<(MarkProperties M, MarkingProperties A), (Mark M, Marking A)>(random, "Note", static p => p.A.Note, static link => link.A.Note),
        4 => Term.Columns<(MarkProperties M, MarkingProperties A), (Mark M, Marking A), int>(random, "Rank, Weight", static p => p.M.Rank, static p => p.A.Weight, static link => link.M.Rank, static link => link.A.Weight),
        _ => Term.Columns<(MarkProperties M, MarkingProperties A), (Mark M, Marking A), string?>(random, "Name, Note", static p => p.M.Name!, static p => p.A.Note!, static link => link.M.Name, static link => link.A.Note, string.CompareOrdinal),
    };

    public Term<SampleProperties, Sample> Any(Random random) => Term.Any(random, 3, Atom);

    /// <summary>Orders, as the library takes them and as memory compares them.</summary>
    public (string Name, Func<SampleProperties, Column> Column, Comparison<Sample> Compare) Order(Random random)
    {
        (string Name, Func<SampleProperties, Column> Column, Comparison<Sample> Compare)[] all =
        [
            ("Number", static p => p.Number, By(static s => s.Number)),
            ("Maybe", static p => p.Maybe, By(static s => s.Maybe)),
            ("Big", static p => p.Big, By(static s => s.Big)),
            ("Name", static p => p.Name, static (one, two) => string.CompareOrdinal(one.Name, two.Name)),
            ("Text", static p => p.Text, static (one, two) => string.CompareOrdinal(one.Text, two.Text)),
            ("Active", static p => p.Active, By(static s => s.Active)),
            ("Answer", static p => p.Answer, By(static s => s.Answer)),
            ("Mood", static p => p.Mood, By(static s => s.Mood)),
            ("OtherMood", static p => p.OtherMood, By(static s => s.OtherMood)),
            ("Price", static p => p.Price, By(static s => s.Price)),
            ("Rebate", static p => p.Rebate, By(static s => s.Rebate)),
            ("Ratio", static p => p.Ratio, By(static s => s.Ratio)),
            ("At", static p => p.At, By(static s => s.At)),
            ("Moment", static p => p.Moment, By(static s => s.Moment)),
            ("OtherMoment", static p => p.OtherMoment, By(static s => s.OtherMoment)),
            ("Day", static p => p.Day, By(static s => s.Day)),
            ("Time", static p => p.Time, By(static s => s.Time)),
            ("Length", static p => p.Length, By(static s => s.Length)),
            ("Token", static p => p.Token, By(static s => s.Token)),
            ("Parts.Count()", static p => p.Parts.Count(), By(s => world.PartsOf(s).Count())),
            ("Marks.Count()", static p => p.Marks.Count(), By(s => world.LinksOf(s).Select(static link => link.Mark).Distinct().Count())),
        ];
        return Of(random, all);
    }

    private static Comparison<Sample> By<T>(Func<Sample, T> get) => (one, two) => Comparer<T>.Default.Compare(get(one), get(two));

    private static T?[] Nullable<T>(T[] pool) where T : struct => [.. pool.Select(static value => (T?)value)];

    private Term<SampleProperties, Sample> Atom(Random random) => random.Next(31) switch
    {
        0 => Column<int>(random, "Number", static p => p.Number, static s => s.Number, Integers),
        1 => Column<int?>(random, "Maybe", static p => p.Maybe, static s => s.Maybe, Nullable(Integers), isNullable: true),
        2 => Column<long>(random, "Big", static p => p.Big, static s => s.Big, Longs),
        3 => Column<string>(random, "Name", static p => p.Name, static s => s.Name, Texts, string.CompareOrdinal),
        4 => Column<string>(random, "Text", static p => p.Text, static s => s.Text, Texts, string.CompareOrdinal, isNullable: true),
        5 => Column<bool>(random, "Active", static p => p.Active, static s => s.Active, [true, false]),
        6 => Column<bool?>(random, "Answer", static p => p.Answer, static s => s.Answer, [true, false], isNullable: true),
        7 => Column<Mood>(random, "Mood", static p => p.Mood, static s => s.Mood, Moods),
        8 => Column<Mood?>(random, "OtherMood", static p => p.OtherMood, static s => s.OtherMood, Nullable(Moods), isNullable: true),
        9 => Column<decimal>(random, "Price", static p => p.Price, static s => s.Price, Decimals),
        10 => Column<decimal?>(random, "Rebate", static p => p.Rebate, static s => s.Rebate, Nullable(Decimals), isNullable: true),
        11 => Column<double>(random, "Ratio", static p => p.Ratio, static s => s.Ratio, Doubles),
        12 => Column<DateTime>(random, "At", static p => p.At, static s => s.At, Times),
        13 => Column<DateTimeOffset>(random, "Moment", static p => p.Moment, static s => s.Moment, Moments),
        14 => Column<DateTimeOffset?>(random, "OtherMoment", static p => p.OtherMoment, static s => s.OtherMoment, Nullable(Moments), isNullable: true),
        15 => Column<DateOnly>(random, "Day", static p => p.Day, static s => s.Day, Days),
        16 => Column<TimeOnly>(random, "Time", static p => p.Time, static s => s.Time, Clocks),
        17 => Column<TimeSpan>(random, "Length", static p => p.Length, static s => s.Length, Spans),
        18 => Column<Guid>(random, "Token", static p => p.Token, static s => s.Token, Guids),
        19 => Term.Text<SampleProperties, Sample>(random, "Name", static p => p.Name, static s => s.Name),
        20 => Term.Text<SampleProperties, Sample>(random, "Text", static p => p.Text, static s => s.Text),
        21 => Term.Columns<SampleProperties, Sample, int?>(random, "Maybe, Number", static p => p.Maybe, static p => p.Number.AsNullable(), static s => s.Maybe, static s => s.Number),
        22 => Term.Columns<SampleProperties, Sample, string?>(random, "Text, Name", static p => p.Text!, static p => p.Name!, static s => s.Text, static s => s.Name, string.CompareOrdinal),
        23 => Term.Columns<SampleProperties, Sample, decimal?>(random, "Rebate, Price", static p => p.Rebate, static p => p.Price.AsNullable(), static s => s.Rebate, static s => s.Price),
        24 => Term.Columns<SampleProperties, Sample, DateTimeOffset?>(random, "OtherMoment, Moment", static p => p.OtherMoment, static p => p.Moment.AsNullable(), static s => s.OtherMoment, static s => s.Moment),
        25 => Parts(random),
        26 => Marks(random),
        27 => Links(random),
        28 => Correlated(random),
        29 => new("true", static _ => Condition.True, static _ => true),
        _ => new("false", static _ => Condition.False, static _ => false),
    };

    private static Term<SampleProperties, Sample> Column<T>(Random random, string name, Func<SampleProperties, Column<T>> column, Func<Sample, T?> get, T[] pool, Comparison<T>? order = null, bool isNullable = false) =>
        Term.Column(random, name, column, get, pool, order, isNullable);

    private Term<SampleProperties, Sample> Parts(Random random)
    {
        var term = Term.Any(random, 1, OfParts);
        var count = random.Next(4);
        return random.Next(6) switch
        {
            0 => new($"Parts.Any({term})", p => p.Parts.Any(term.Sql), s => world.PartsOf(s).Any(part => term.Truth(part) == true)),
            1 => new($"Parts.None({term})", p => p.Parts.None(term.Sql), s => !world.PartsOf(s).Any(part => term.Truth(part) == true)),
            2 => new($"Parts.All({term})", p => p.Parts.All(term.Sql), s => world.PartsOf(s).All(part => term.Truth(part) == true)),
            3 => new($"Parts.Count({term}) >= {count}", p => p.Parts.Count(term.Sql) >= count, s => world.PartsOf(s).Count(part => term.Truth(part) == true) >= count),
            4 => new("Parts.Any()", static p => p.Parts.Any(), s => world.PartsOf(s).Any()),
            _ => new("Parts.None()", static p => p.Parts.None(), s => !world.PartsOf(s).Any()),
        };
    }

    private Term<SampleProperties, Sample> Marks(Random random)
    {
        var term = Term.Any(random, 1, OfMarks);
        var count = random.Next(4);
        return random.Next(6) switch
        {
            0 => new($"Marks.Any({term})", p => p.Marks.Any(term.Sql), s => world.LinksOf(s).Any(link => term.Truth(link.Mark) == true)),
            1 => new($"Marks.None({term})", p => p.Marks.None(term.Sql), s => !world.LinksOf(s).Any(link => term.Truth(link.Mark) == true)),
            2 => new($"Marks.All({term})", p => p.Marks.All(term.Sql), s => world.LinksOf(s).All(link => term.Truth(link.Mark) == true)),
            3 => new($"Marks.Count({term}) < {count}", p => p.Marks.Count(term.Sql) < count, s => world.LinksOf(s).Where(link => term.Truth(link.Mark) == true).Select(static link => link.Mark).Distinct().Count() < count),
            4 => new($"Marks.Count() == {count}", p => p.Marks.Count() == count, s => world.LinksOf(s).Select(static link => link.Mark).Distinct().Count() == count),
            _ => new($"Marks.Count() in [1, {count}]", p => p.Marks.Count().In(1, count), s => world.LinksOf(s).Select(static link => link.Mark).Distinct().Count() is var number && (number == 1 || number == count)),
        };
    }

    private Term<SampleProperties, Sample> Links(Random random)
    {
        var term = Term.Any(random, 2, OfLinks);
        var count = random.Next(4);
        return random.Next(4) switch
        {
            0 => new($"Marks.Any(link: {term})", p => p.Marks.Any((m, a) => term.Sql((m, a))), s => world.LinksOf(s).Any(link => term.Truth(link) == true)),
            1 => new($"Marks.None(link: {term})", p => p.Marks.None((m, a) => term.Sql((m, a))), s => !world.LinksOf(s).Any(link => term.Truth(link) == true)),
            2 => new($"Marks.All(link: {term})", p => p.Marks.All((m, a) => term.Sql((m, a))), s => world.LinksOf(s).All(link => term.Truth(link) == true)),
            _ => new($"Marks.Count(link: {term}) > {count}", p => p.Marks.Count((m, a) => term.Sql((m, a))) > count, s => world.LinksOf(s).Where(link => term.Truth(link) == true).Select(static link => link.Mark).Distinct().Count() > count),
        };
    }

    private Term<SampleProperties, Sample> Correlated(Random random) => random.Next(4) switch
    {
        0 => new("Parts.Any(q.Size == p.Maybe)", static p => p.Parts.Any(q => q.Size == p.Maybe), s => world.PartsOf(s).Any(part => part.Size is { } size && size == s.Maybe)),
        1 => new("Marks.Any(m.Rank > p.Number)", static p => p.Marks.Any(m => m.Rank > p.Number), s => world.LinksOf(s).Any(link => link.Mark.Rank > s.Number)),
        2 => new(
            "Marks.Any(m.Samples.Any(x.Number == p.Number && x.Id != p.Id))",
            static p => p.Marks.Any(m => m.Samples.Any(x => x.Number == p.Number && x.Id != p.Id)),
            s => world.LinksOf(s).Any(link => world.Samples.Exists(x => x.Number == s.Number && x.Id != s.Id && world.LinksOf(x).Any(other => other.Mark == link.Mark)))),
        _ => new(
            "Marks.Any((m, a) => m.Samples.Count((x, b) => b.Weight < a.Weight && x.Number <= p.Number) > 1)",
            static p => p.Marks.Any((m, a) => m.Samples.Count((x, b) => b.Weight < a.Weight && x.Number <= p.Number) > 1),
            s => world.LinksOf(s).Any(link => world.Markings.Where(b => b.MarkId == link.Mark.Id && b.Weight < link.Marking.Weight && world.Samples[b.SampleId - 1].Number <= s.Number).Select(static b => b.SampleId).Distinct().Count() > 1)),
    };
}
