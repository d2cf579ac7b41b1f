using System.Diagnostics;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Comparing;

/// <summary>Compares the contenders on one piece of work: all in one process, taking turns, so that what slows the machine down slows down all.</summary>
internal static class Comparison
{
    /// <summary>The result, or null where nobody does this work.</summary>
    public static async Task<WorkResult?> RunAsync(ContenderSet set, WorkItem work, Pace pace, Func<string, bool> wants)
    {
        var contenders = await set.OpenAsync(work);
        try
        {
            if (contenders.Count == 0)
            {
                return null;
            }

            await Agreement.CheckAsync(work, contenders);
            var runners = contenders.Where(contender => wants(contender.Name)).Select(contender => new Runner(set, work, contender, pace)).ToList();
            foreach (var runner in runners)
            {
                await runner.WarmUpAsync();
            }

            var watch = Stopwatch.StartNew();
            for (var round = 0; round < pace.Rounds && (round < pace.Fewest || watch.Elapsed < Pace.LongestWork); round++)
            {
                for (var place = 0; place < runners.Count; place++)
                {
                    await runners[(round + place) % runners.Count].TakeSampleAsync();
                }
            }

            return await ResultAsync(set, work, runners);
        }
        finally
        {
            foreach (var contender in contenders)
            {
                await contender.DisposeAsync();
            }
        }
    }

    /// <summary>The ratio is the median of the rounds' ratios: a contender is compared with what the baseline took a moment before or after.</summary>
    private static async Task<WorkResult> ResultAsync(ContenderSet set, WorkItem work, List<Runner> runners)
    {
        var baseline = runners.Single(static runner => runner.Contender.Name == Contender.Baseline).Samples;
        var results = new List<ContenderResult>();
        foreach (var runner in runners)
        {
            var (ratio, nanoseconds) = Compare(runner.Samples, baseline, static sample => sample.Nanoseconds);
            var (cpuRatio, cpuNanoseconds) = Compare(runner.Samples, baseline, static sample => sample.ProcessorNanoseconds);
            results.Add(new(
                runner.Contender.Name,
                ratio,
                nanoseconds,
                cpuRatio,
                cpuNanoseconds,
                Math.Round(runner.Samples.Select(static sample => sample.Bytes).Median()),
                await runner.Contender.CountStatementsAsync(() => work.Of(runner.Contender)!(0))));
        }

        return new(work.Name, set.Database, results, set.IsInProcess);
    }

    private static (double Ratio, double Value) Compare(IReadOnlyList<Sample> own, IReadOnlyList<Sample> baseline, Func<Sample, double> value) =>
        (Math.Round(own.Zip(baseline, (one, other) => value(one) / value(other)).Median(), 3), Math.Round(own.Select(value).Median()));
}
