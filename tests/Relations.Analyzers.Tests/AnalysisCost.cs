using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>
/// What the analyzers cost beside the compiler, over 1,000 entities and 3,000 relations. It is run by hand and judges nothing:
/// <c>dotnet test --filter AnalysisCost -- NUnit.Where="cat == Cost"</c>.
/// </summary>
[Explicit("measures time")]
[Category("Cost")]
[NonParallelizable]
public sealed class AnalysisCost
{
    private const int Groups = 500;

    [Test]
    public async Task Of_a_thousand_entities()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Large",
            [CSharpSyntaxTree.ParseText(TestProject.Usings, options), .. Enumerable.Range(0, Groups).Select(index => CSharpSyntaxTree.ParseText(Group(index), options, $"/Large/Group{index}.cs"))],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new Relations.Generator.RelationsGenerator().AsSourceGenerator()], parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var ratios = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            var compiler = Stopwatch.GetTimestamp();
            Assert.That(output.Clone().Emit(Stream.Null).Success, Is.True);
            var compiled = Stopwatch.GetElapsedTime(compiler);
            var analysis = output.Clone().WithAnalyzers(AnalyzerSet.Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            var result = await analysis.GetAnalysisResultAsync(default);
            var analyzed = TimeSpan.FromTicks(result.AnalyzerTelemetryInfo.Values.Sum(static telemetry => telemetry.ExecutionTime.Ticks));
            Assert.That(result.GetAllDiagnostics(), Is.Empty);
            await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"compiler {compiled.TotalMilliseconds:N0} ms, analyzers {analyzed.TotalMilliseconds:N0} ms, {analyzed / compiled:P1}"));
            foreach (var (analyzer, telemetry) in result.AnalyzerTelemetryInfo)
            {
                await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {analyzer.GetType().Name} {telemetry.ExecutionTime.TotalMilliseconds:N0} ms"));
            }

            ratios.Add(analyzed / compiled);
        }

        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"median {ratios.Order().ElementAt(ratios.Count / 2):P1}"));
    }

    /// <summary>Two entities with six relations, each going through one of the two to the other or back, or by a foreign key.</summary>
    private static string Group(int index)
    {
        var next = (index + 1) % Groups;
        return new StringBuilder($$"""
            namespace Large;

            [Entity]
            public partial class Author{{index}}
            {
                public int Id { get; init; }
                public required string Name { get; set; }
                public int? Age { get; set; }
                public DateTime Since { get; set; }

                [HasMany(through: typeof(Authorship{{index}}))]
                public partial IReadOnlyList<Author{{next}}> Colleagues { get; }

                [HasMany(through: typeof(Authorship{{index}}))]
                public partial IReadOnlyList<Link<Author{{next}}, Authorship{{index}}>> Works { get; }

                [HasMany]
                public partial IReadOnlyList<Authorship{{index}}> Authorships { get; }

                [HasMany(through: typeof(Authorship{{index}}))]
                public partial IReadOnlyList<Author{{next}}>? Others { get; }
            }

            [Entity]
            public partial class Authorship{{index}}
            {
                public int Id { get; init; }
                public int Author{{index}}Id { get; set; }
                public int Author{{next}}Id { get; set; }
                public string? Role { get; set; }

                [BelongsTo]
                public partial Author{{index}}? First { get; }

                [BelongsTo]
                public partial Author{{next}}? Second { get; }
            }
            """).ToString();
    }
}
