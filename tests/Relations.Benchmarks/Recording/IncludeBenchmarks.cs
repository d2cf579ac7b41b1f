using BenchmarkDotNet.Attributes;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Recording;

public class IncludeBenchmarks : WorkBenchmarks
{
    [Benchmark]
    public ValueTask<object?> EfNoTracking() => Run("EF Core no-tracking");

    [Benchmark]
    public ValueTask<object?> EfCompiled() => Run("EF Core compiled");

    [Benchmark]
    public ValueTask<object?> EfSplit() => Run("EF Core split");

    private protected override bool Belongs(WorkItem work) => work.Levels > 0;
}
