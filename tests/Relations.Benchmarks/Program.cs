using Relations.Benchmarks;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Reporting;

string[] ours = ["--compare", "--growth", "--report"];
if (!args.Any(ours.Contains))
{
    Console.WriteLine(Arguments.Usage);
    return 2;
}

try
{
    var wanted = new Arguments(args);
    await using var set = ContenderSet.For(wanted.Database);
    var results = new List<WorkResult>();
    foreach (var work in wanted.IsComparison ? wanted.Work : [])
    {
        results.Add(await Comparison.RunAsync(set, work, wanted.Pace));
        ResultTable.Print(results[^1]);
    }

    if (wanted.Json is { } path)
    {
        ResultFile.Write(path, results);
    }

    return 0;
}
catch (Exception problem) when (problem is ArgumentException or DisagreementException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
