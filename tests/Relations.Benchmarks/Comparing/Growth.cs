using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Comparing;

/// <summary>Compares the contenders on includes of more and more parents.</summary>
internal static class Growth
{
    /// <summary>What takes seconds is measured less often.</summary>
    private const int MostRoundsOfMany = 3;

    public static async Task<WorkResult> RunAsync(ContenderSet set, int parents, Pace pace, Func<string, bool> wants)
    {
        var rounds = parents > 1_000 ? Math.Min(pace.Rounds, MostRoundsOfMany) : pace.Rounds;
        return (await Comparison.RunAsync(set, WorkItems.Growth(parents), pace with { Rounds = rounds, Fewest = Math.Min(pace.Fewest, rounds) }, wants))! with { Parents = parents };
    }
}
