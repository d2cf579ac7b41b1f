using BenchmarkDotNet.Running;
using Relations.Benchmarks;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Generation;
using Relations.Benchmarks.Reporting;

if (args is [] or ["--help"])
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

if (!Arguments.AreOurs(args))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

try
{
    var wanted = new Arguments(args);
    if (wanted.Generation)
    {
        await MeasureGenerationAsync(wanted);
        return 0;
    }

    var results = await CompareAsync(wanted);
    if (wanted.Json is { } path)
    {
        ResultFile.Write(path, results);
    }

    if (wanted.Report is { } report)
    {
        Report.Write(ResultFile.Read(report), wanted.Out);
    }

    return 0;
}
catch (Exception problem) when (problem is ArgumentException or DisagreementException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static async Task MeasureGenerationAsync(Arguments wanted)
{
    const int Entities = 1_000;
    var generators = new List<GenerationResult>();
    Console.WriteLine(GenerationTable.Head);
    foreach (var result in GenerationCost.Run(Entities, wanted.GenerationRounds))
    {
        generators.Add(result);
        Console.WriteLine(GenerationTable.Rows(result));
    }

    var analyzers = await AnalysisCost.RunAsync(Entities, wanted.GenerationRounds);
    Console.WriteLine(GenerationTable.Sentence(analyzers));
    if (wanted.Json is { } path)
    {
        ResultFile.Write(path, new { Generators = generators, Analyzers = analyzers });
    }
}

static async Task<List<WorkResult>> CompareAsync(Arguments wanted)
{
    var results = new List<WorkResult>();
    await using var set = ContenderSet.For(wanted.Database);
    foreach (var work in wanted.Work)
    {
        if (await Comparison.RunAsync(set, work, wanted.PaceFor(set), wanted.Wants) is { } result)
        {
            Add(result);
        }
    }

    foreach (var parents in wanted.Parents)
    {
        Add(await Growth.RunAsync(set, parents, wanted.PaceFor(set), wanted.Wants));
    }

    return results;

    void Add(WorkResult result)
    {
        results.Add(result);
        ResultTable.Print(result);
    }
}
