using System.Diagnostics;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Comparing;

/// <summary>Runs one contender's work, a sample at a time.</summary>
internal sealed class Runner(ContenderSet set, WorkItem work, Contender contender, Pace pace)
{
    private readonly Func<int, ValueTask<object?>> run = work.Of(contender)!;
    private readonly List<Sample> samples = [];
    private int turn;
    private int size = 1;

    public Contender Contender { get; } = contender;

    public IReadOnlyList<Sample> Samples => samples;

    /// <summary>Runs until the compiled code is the final one, and finds out how much work makes a sample.</summary>
    public async Task WarmUpAsync()
    {
        for (var warmUp = 0; warmUp < pace.WarmUps; warmUp++)
        {
            var calls = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                _ = await run(turn++);
                calls++;
            }
            while ((calls < pace.WarmUpCalls || watch.Elapsed < pace.Sample) && watch.Elapsed < Pace.LongestWarmUp);

            size = Math.Max(1, (int)Math.Ceiling(calls * pace.Sample / watch.Elapsed));
            await ResetAsync();
            await Task.Delay(pace.Pause);
        }

        turn = 0;
    }

    public async Task TakeSampleAsync()
    {
        var meter = Meter.Start(await set.ServerTimeAsync());
        for (var done = 0; done < size; done++)
        {
            _ = await run(turn++);
        }

        samples.Add(meter.Stop(size));
        await ResetAsync();
    }

    private ValueTask ResetAsync() => work.Writes ? Contender.ResetAsync() : default;
}
