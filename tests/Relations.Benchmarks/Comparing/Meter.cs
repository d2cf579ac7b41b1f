using System.Diagnostics;

namespace Relations.Benchmarks.Comparing;

/// <summary>Takes a sample: of what happens between start and stop.</summary>
internal readonly struct Meter
{
    private readonly Func<TimeSpan> server;
    private readonly long bytes;
    private readonly TimeSpan processor;
    private readonly long start;

    private Meter(Func<TimeSpan> server, long bytes, TimeSpan processor, long start)
    {
        this.server = server;
        this.bytes = bytes;
        this.processor = processor;
        this.start = start;
    }

    /// <summary>Starts, after what was left of the work before was collected.</summary>
    /// <param name="server">The time of processors that a server has taken so far, which counts too.</param>
    public static Meter Start(Func<TimeSpan>? server = null)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        server ??= static () => TimeSpan.Zero;
        var used = Environment.CpuUsage.TotalTime + server();
        return new(server, GC.GetTotalAllocatedBytes(precise: true), used, Stopwatch.GetTimestamp());
    }

    /// <summary>What one piece of work took, where this much was done.</summary>
    public Sample Stop(int size)
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var used = Environment.CpuUsage.TotalTime + server() - processor;
        return new(elapsed.TotalNanoseconds / size, used.TotalNanoseconds / size, (double)allocated / size);
    }
}
