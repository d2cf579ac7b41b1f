using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>
/// Deletes, doubles and renames random tokens of the sample models. Neither generator nor analyzers may throw, and where something
/// does not compile the user must find an error in code of his own: what is wrong with generated code alone he could not repair.
/// RELATIONS_FUZZ_MUTANTS asks for more mutants than the usual few.
/// </summary>
public sealed class FuzzTests
{
    private static readonly CSharpParseOptions options = new(LanguageVersion.Latest);
    private static readonly SyntaxTree[] sound = [.. Models().Select(static (code, index) => CSharpSyntaxTree.ParseText(code, options, $"/Clinic/Model{index}.cs"))];
    private static readonly string[] names = [.. sound.SelectMany(static tree => tree.GetRoot().DescendantTokens()).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.Text).Distinct(StringComparer.Ordinal).Append("Missing")];

    [TestCase(1)]
    [TestCase(2)]
    public async Task Every_mutant_is_generated_or_explained(int seed)
    {
        var mutants = int.Parse(Environment.GetEnvironmentVariable("RELATIONS_FUZZ_MUTANTS") ?? "25", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var compilation = CSharpCompilation.Create(
            "Clinic",
            [.. sound, CSharpSyntaxTree.ParseText(TestProject.Usings, options, "/Clinic/Usings.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new Relations.Generator.RelationsGenerator().AsSourceGenerator()], parseOptions: options);
        driver = driver.RunGenerators(compilation);
        Assert.That(await FailureOf(driver, compilation), Is.Null, "the sample itself");
        var failures = new List<string>();
        for (var count = 0; count < mutants; count++)
        {
            var index = random.Next(sound.Length);
            var code = Mutated(sound[index], random);
            var mutant = compilation.ReplaceSyntaxTree(sound[index], CSharpSyntaxTree.ParseText(code, options, sound[index].FilePath));
            if (await FailureOf(driver, mutant) is { } failure)
            {
                failures.Add($"mutant {count} of seed {seed}: {failure}\n{code}");
            }
        }

        Assert.That(string.Join("\n\n", failures), Is.Empty);
    }

    private static async Task<string?> FailureOf(GeneratorDriver driver, Compilation mutant)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(mutant, out var output, out _);
        if (driver.GetRunResult().Results[0].Exception is { } thrown)
        {
            return $"the generator threw {thrown}";
        }

        var threw = default(string);
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => threw = $"{analyzer.GetType().Name} threw {exception}", concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var errors = (await output.WithAnalyzers(AnalyzerSet.Analyzers, analysis).GetAllDiagnosticsAsync()).Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        return threw
            ?? (errors.Count == 0 || errors.Exists(static error => !IsGenerated(error))
                ? null
                : "only generated code is wrong: " + string.Join("\n", errors.Take(3)));
    }

    private static bool IsGenerated(Diagnostic error) => error.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static string Mutated(SyntaxTree tree, Random random)
    {
        var code = tree.ToString();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var tokens = CSharpSyntaxTree.ParseText(code, options).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
            var token = tokens[random.Next(tokens.Count)];
            var text = random.Next(3) switch
            {
                0 => "",
                1 => token.Text + " " + token.Text,
                _ => token.IsKind(SyntaxKind.IdentifierToken) ? names[random.Next(names.Length)] : tokens[random.Next(tokens.Count)].Text,
            };
            code = SourceText.From(code).WithChanges(new TextChange(token.Span, text)).ToString();
        }

        return code;
    }

    private static IEnumerable<string> Models() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "samples", "Clinic", "Models"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
