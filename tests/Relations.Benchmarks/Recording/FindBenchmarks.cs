using BenchmarkDotNet.Attributes;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Recording;

public class FindBenchmarks : WorkBenchmarks
{
    [Benchmark]
    public ValueTask<object?> EfNoTracking() => Run("EF Core no-tracking");

    [Benchmark]
    public ValueTask<object?> EfCompiled() => Run("EF Core compiled");

    private protected override bool Belongs(WorkItem work) => work is { Levels: 0, Writes: false, IsOfManyTasks: false };
}
