using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator;

namespace Relations.Testing;

/// <summary>Runs the generator on a compilation; again on an edited one, to see what was cached.</summary>
public sealed class GeneratorRun
{
    private readonly CSharpCompilation compilation;
    private readonly GeneratorDriver driver;

    private GeneratorRun(CSharpCompilation compilation, GeneratorDriver driver)
    {
        this.compilation = compilation;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Output = (CSharpCompilation)output;
        GeneratorDiagnostics = diagnostics;
    }

    /// <summary>The compilation with the emitted files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the driver says of the generator; nothing, unless it crashed.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics { get; }

    /// <summary>The emitted files by name.</summary>
    public IEnumerable<(string HintName, string Text)> Files =>
        Result.GeneratedSources.Select(static file => (file.HintName, file.SourceText.ToString()));

    /// <summary>What the run did.</summary>
    public GeneratorRunResult Result => driver.GetRunResult().Results[0];

    /// <summary>Everything of warning or above that the compiler or the generator says.</summary>
    public IEnumerable<Diagnostic> Warnings =>
        GeneratorDiagnostics.Concat(Output.GetDiagnostics()).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Runs the generator.</summary>
    public static GeneratorRun On(CSharpCompilation compilation, string? rootNamespace = null) =>
        new(compilation, CSharpGeneratorDriver.Create(
            [new RelationsGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: new BuildProperties(rootNamespace),
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)));

    /// <summary>Runs it again on an edited compilation.</summary>
    public GeneratorRun Again(Func<CSharpCompilation, CSharpCompilation> edit) => new(edit(compilation), driver);

    /// <summary>The reasons of a step's outputs.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string trackingName) =>
        Result.TrackedSteps.TryGetValue(trackingName, out var steps) ? steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason) : [];

    /// <summary>The reasons of all emitted files.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons =>
        Result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason);
}
