using System.Globalization;
using Relations.Benchmarks.Generation;

namespace Relations.Benchmarks.Reporting;

/// <summary>What generators took, as the table of Markdown that the documentation has.</summary>
internal static class GenerationTable
{
    public const string Head = """
        | run | generator | ratio | processors | clock | memory | output | files | written anew | changed |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    public static string Rows(GenerationResult result) => string.Join('\n', result.Generators.Select(generator => string.Create(
        CultureInfo.InvariantCulture,
        $"| {result.Name} | {generator.Name} | {generator.Ratio:0.00} | {generator.CpuMs:N0} ms | {generator.MedianMs:N0} ms | {Megabytes(generator.AllocatedBytes)} | {Megabytes(generator.OutputBytes)} | {generator.Outputs:N0} | {generator.Regenerated:N0} | {generator.Changed:N0} |")));

    public static string Sentence(AnalysisResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"\nThe analyzers took {result.Ratio:P0} of the compiler's time: {result.AnalyzersMs:N0} ms of {result.CompilerMs:N0} ms.");

    private static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
