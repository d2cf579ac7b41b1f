using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>Generator and analyzers as a project refers to the package that has them.</summary>
internal sealed class AnalyzerSet : AnalyzerReference
{
    public static AnalyzerSet Instance { get; } = new();

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(DeclarationAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>One generator for all: a workspace asks again for the one that it ran before.</summary>
    private static ImmutableArray<ISourceGenerator> Generators { get; } = [new Relations.Generator.RelationsGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(AnalyzerSet);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => Analyzers;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => Analyzers;

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => Generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => Generators;
}
