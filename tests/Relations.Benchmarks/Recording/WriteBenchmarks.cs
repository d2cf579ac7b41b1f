using BenchmarkDotNet.Attributes;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Recording;

/// <summary>After each iteration the rows that it added are deleted.</summary>
[InvocationCount(64)]
public class WriteBenchmarks : WorkBenchmarks
{
    [Benchmark]
    public ValueTask<object?> EntityFramework() => Run("EF Core");

    [IterationCleanup]
    public void Reset() => ResetAsync().GetAwaiter().GetResult();

    private protected override bool Belongs(WorkItem work) => work.Writes;
}
