namespace Relations.Benchmarks.Comparing;

/// <summary>How thoroughly is measured.</summary>
/// <param name="Rounds">How often each contender has its turn.</param>
/// <param name="Fewest">How often at least, where the work takes longer than <see cref="LongestWork"/>.</param>
/// <param name="Sample">How long a sample takes at least.</param>
/// <param name="WarmUps">How often a contender runs before anything is measured.</param>
/// <param name="WarmUpCalls">How often it does the work then.</param>
/// <param name="Pause">How long it rests then, while the compiler's background thread replaces what has proved hot.</param>
internal sealed record Pace(int Rounds, int Fewest, TimeSpan Sample, int WarmUps, int WarmUpCalls, TimeSpan Pause)
{
    /// <summary>A method is compiled again after 30 calls, when nothing new was compiled for 100 ms; with counters first, and again after 30 more.</summary>
    public static readonly Pace Usual = new(25, 25, TimeSpan.FromMilliseconds(6), WarmUps: 4, WarmUpCalls: 40, TimeSpan.FromMilliseconds(200));

    /// <summary>Between client and server goes much that only many calls even out, and much that slows down one sample and not the next.</summary>
    public static readonly Pace OfServer = Usual with { Rounds = 75, Fewest = 15, Sample = TimeSpan.FromMilliseconds(20) };

    /// <summary>Shows only that everything works.</summary>
    public static readonly Pace Quick = new(1, 1, TimeSpan.FromMilliseconds(1), WarmUps: 1, WarmUpCalls: 1, TimeSpan.Zero);

    /// <summary>After which a work has no more rounds than it must.</summary>
    public static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(20);

    /// <summary>However slow the work is.</summary>
    public static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(1);
}
