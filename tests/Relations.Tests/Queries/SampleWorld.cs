using Relations.Tests.Models;

namespace Relations.Tests.Queries;

/// <summary>Rows made by chance, in memory and in a database alike. Their values are such as every database keeps: times to the microsecond.</summary>
internal sealed class SampleWorld
{
    public static readonly int[] Integers = [-2, 0, 1, 2, 3, int.MaxValue];
    public static readonly long[] Longs = [long.MinValue, -1, 0, 5_000_000_000, long.MaxValue];
    public static readonly string[] Texts = ["", "a", "A", "ab", "aB", "b", "É", "é", "ß", "%", "a%b", "a_b", "\\", "😀", "z", "10", "9"];
    public static readonly decimal[] Decimals = [-0.1m, 0, 1.5m, 1.50m, 9, 10, 100.25m, -1234567.89m, 79228162514264337593543950335m, 0.0000000000000000000000000001m];
    public static readonly double[] Doubles = [-1.5, 0, 0.1, 1e300, double.Epsilon, double.PositiveInfinity];
    public static readonly Guid[] Guids = [Guid.Empty, new("00000000-0000-0000-0000-00000000000a"), new("a0000000-0000-0000-0000-000000000000"), new("9fffffff-ffff-ffff-ffff-ffffffffffff")];
    public static readonly Mood[] Moods = [Mood.Calm, Mood.Glad, Mood.Cross];

    public static readonly DateTime[] Times =
    [
        DateTime.MinValue, new(9999, 12, 31, 23, 59, 59), new(2025, 1, 2), new(2025, 1, 2, 3, 4, 5), new DateTime(2025, 1, 2, 3, 4, 5).AddMicroseconds(1), new DateTime(2025, 1, 2, 3, 4, 5).AddMilliseconds(500), new(1066, 10, 14),
    ];

    public static readonly DateTimeOffset[] Moments =
    [
        new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), new(2025, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)), new(2025, 1, 1, 22, 4, 5, TimeSpan.FromHours(-5)), new(2025, 1, 2, 3, 4, 6, TimeSpan.FromHours(14)),
        new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(3), DateTimeOffset.UnixEpoch,
    ];

    public static readonly DateOnly[] Days = [DateOnly.MinValue, new(2024, 2, 29), new(2025, 1, 2), DateOnly.MaxValue];
    public static readonly TimeOnly[] Clocks = [TimeOnly.MinValue, new(9, 30), new(9, 30, 0, 500), new(10, 0), new(23, 59, 59, 999, 999)];
    public static readonly TimeSpan[] Spans = [TimeSpan.Zero, TimeSpan.FromHours(-3), TimeSpan.FromHours(9), TimeSpan.FromHours(30), TimeSpan.FromDays(100), TimeSpan.FromMicroseconds(1), TimeSpan.FromDays(-10)];

    private SampleWorld(Random random)
    {
        for (var id = 1; id <= 24; id++)
        {
            Samples.Add(new()
            {
                Id = id,
                Number = Of(random, Integers),
                Maybe = Maybe(random, Integers),
                Big = Of(random, Longs),
                Name = Of(random, Texts),
                Text = random.Next(4) == 0 ? null : Of(random, Texts),
                Active = random.Next(2) == 0,
                Answer = random.Next(3) == 0 ? null : random.Next(2) == 0,
                Mood = Of(random, Moods),
                OtherMood = Maybe(random, Moods),
                Price = Of(random, Decimals),
                Rebate = Maybe(random, Decimals),
                Ratio = Of(random, Doubles),
                At = Of(random, Times),
                Moment = Of(random, Moments),
                OtherMoment = Maybe(random, Moments),
                Day = Of(random, Days),
                Time = Of(random, Clocks),
                Length = Of(random, Spans),
                Token = Of(random, Guids),
            });
        }

        for (var id = 1; id <= 40; id++)
        {
            Parts.Add(new() { Id = id, SampleId = random.Next(1, 20), Size = Maybe(random, Integers), Label = random.Next(4) == 0 ? null : Of(random, Texts) });
        }

        for (var id = 1; id <= 8; id++)
        {
            Marks.Add(new() { Id = id, Name = random.Next(4) == 0 ? null : Of(random, Texts), Rank = Of(random, Integers) });
        }

        for (var id = 1; id <= 70; id++)
        {
            Markings.Add(new() { Id = id, SampleId = random.Next(1, 20), MarkId = random.Next(1, 8), Weight = Of(random, Integers), Cost = Maybe(random, Decimals), Note = random.Next(3) == 0 ? null : Of(random, Texts) });
        }
    }

    public List<Sample> Samples { get; } = [];

    public List<Part> Parts { get; } = [];

    public List<Mark> Marks { get; } = [];

    public List<Marking> Markings { get; } = [];

    public static async Task<SampleWorld> CreateAsync(Random random, Session session)
    {
        var world = new SampleWorld(random);
        await new SampleRepository(session).CreateAllAsync(world.Samples);
        await new PartRepository(session).CreateAllAsync(world.Parts);
        await new MarkRepository(session).CreateAllAsync(world.Marks);
        await new MarkingRepository(session).CreateAllAsync(world.Markings);
        return world;
    }

    public IEnumerable<Part> PartsOf(Sample sample) => Parts.Where(part => part.SampleId == sample.Id);

    public IEnumerable<(Mark Mark, Marking Marking)> LinksOf(Sample sample) =>
        Markings.Where(marking => marking.SampleId == sample.Id).Select(marking => (Marks[marking.MarkId - 1], marking));

    public static T Of<T>(Random random, T[] pool) => pool[random.Next(pool.Length)];

    private static T? Maybe<T>(Random random, T[] pool) where T : struct => random.Next(3) == 0 ? null : Of(random, pool);
}
