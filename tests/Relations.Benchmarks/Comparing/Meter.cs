using System.Diagnostics;

namespace Relations.Benchmarks.Comparing;

/// <summary>Takes a sample: of what happens between start and stop.</summary>
internal readonly struct Meter
{
    private readonly long bytes;
    private readonly TimeSpan processor;
    private readonly long start;

    private Meter(long bytes, TimeSpan processor, long start)
    {
        this.bytes = bytes;
        this.processor = processor;
        this.start = start;
    }

    /// <summary>Starts, after what was left of the work before was collected.</summary>
    public static Meter Start()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return new(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
    }

    /// <summary>What one piece of work took, where this much was done.</summary>
    public Sample Stop(int size)
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        var used = Environment.CpuUsage.TotalTime - processor;
        return new(elapsed.TotalNanoseconds / size, used.TotalNanoseconds / size, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / size);
    }
}
