using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Analyzers;
using Relations.Benchmarks.Comparing;
using Relations.Generator;
using Relations.Testing;

namespace Relations.Benchmarks.Generation;

/// <summary>Measures what the analyzers take beside the compiler.</summary>
internal static class AnalysisCost
{
    private const int WarmUps = 2;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(DeclarationAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static async Task<AnalysisResult> RunAsync(int entities, int rounds)
    {
        var model = LargeModel.Of(entities);
        CSharpGeneratorDriver.Create([new RelationsGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)model.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(model, out var compilation, out _);
        var times = new List<(TimeSpan Compiler, TimeSpan Analyzers)>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var time = (Compile(compilation.Clone()), await AnalyzeAsync(compilation.Clone()));
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        return new(
            entities,
            times.Select(static time => time.Analyzers / time.Compiler).Median(),
            times.Select(static time => time.Compiler.TotalMilliseconds).Median(),
            times.Select(static time => time.Analyzers.TotalMilliseconds).Median());
    }

    private static TimeSpan Compile(Compilation compilation)
    {
        var start = Stopwatch.GetTimestamp();
        var emitted = compilation.Emit(Stream.Null);
        return emitted.Success ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"The model does not compile: {emitted.Diagnostics[0]}");
    }

    private static async Task<TimeSpan> AnalyzeAsync(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var result = await compilation.WithAnalyzers(Analyzers, options).GetAnalysisResultAsync(default);
        return result.GetAllDiagnostics().IsEmpty
            ? TimeSpan.FromTicks(result.AnalyzerTelemetryInfo.Values.Sum(static telemetry => telemetry.ExecutionTime.Ticks))
            : throw new InvalidOperationException($"The model is not sound: {result.GetAllDiagnostics()[0]}");
    }
}
