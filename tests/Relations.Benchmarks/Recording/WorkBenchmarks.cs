using BenchmarkDotNet.Attributes;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Recording;

/// <summary>The same work under BenchmarkDotNet, for the record: each contender in a process of its own.</summary>
[MemoryDiagnoser]
public abstract class WorkBenchmarks
{
    private ContenderSet? set;
    private IReadOnlyList<Contender> contenders = [];
    private Dictionary<string, Func<int, ValueTask<object?>>> runs = [];
    private Func<int, ValueTask<object?>>? run;
    private int turn;

    [ParamsSource(nameof(Names))]
    public string Work { get; set; } = "";

    public IEnumerable<string> Names => WorkItems.All.Where(Belongs).Select(static work => work.Name);

    [GlobalSetup]
    public async Task OpenAsync()
    {
        set = ContenderSet.For("sqlite");
        var work = WorkItems.All.Single(work => work.Name == Work);
        contenders = await set.OpenAsync(work);
        runs = contenders.ToDictionary(static contender => contender.Name, contender => work.Of(contender)!, StringComparer.Ordinal);
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        foreach (var contender in contenders)
        {
            await contender.DisposeAsync();
        }

        await set!.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public ValueTask<object?> AdoNet() => Run(Contender.Baseline);

    [Benchmark]
    public ValueTask<object?> Relations() => Run(Contender.Ours);

    [Benchmark]
    public ValueTask<object?> Native() => Run("Native");

    [Benchmark]
    public ValueTask<object?> Dapper() => Run("Dapper");

    private protected ValueTask<object?> Run(string contender) => (run ??= runs[contender])(turn++);

    private protected async Task ResetAsync()
    {
        foreach (var contender in contenders)
        {
            await contender.ResetAsync();
        }
    }

    private protected abstract bool Belongs(WorkItem work);
}
