using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Relations.Sqlite;

/// <summary>The source of activities and the meter by which this assembly is observed, as OpenTelemetry collects them.</summary>
internal static class Telemetry
{
    private const string Name = "Relations.Sqlite";

    public static ActivitySource Activities { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Counts durations, in the ranges that the conventions advise.</summary>
    public static Histogram<double> Durations(string metric, string description) =>
#if NET9_0_OR_GREATER
        Meter.CreateHistogram(metric, "s", description, tags: null, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });
#else
        // Before .NET 9, only who listens can say how durations are counted.
        Meter.CreateHistogram<double>(metric, "s", description);
#endif
}
