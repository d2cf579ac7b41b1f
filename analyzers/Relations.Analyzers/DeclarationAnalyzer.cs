using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>
/// Reports what the generator's parser finds wrong with entities and relations (REL00xx and REL01xx; one parse finds both).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Enum.GetValues(typeof(ProblemKind)).Cast<ProblemKind>().Select(ProblemRules.Of)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownSymbols.EntityAttribute) is null)
            {
                return;
            }

            var tables = new TableRegister();
            var foreignKeys = new ForeignKeyRegister();
            start.RegisterSymbolAction(symbol => Analyze(symbol, tables, foreignKeys), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                tables.Report(end);
                foreach (var problem in foreignKeys.Problems(end.Compilation, end.CancellationToken))
                {
                    end.ReportDiagnostic(ProblemReport.Of(problem));
                }
            });
        });
    }

    private static void Analyze(SymbolAnalysisContext context, TableRegister tables, ForeignKeyRegister foreignKeys)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsEntity())
        {
            Report(context, UnmarkedEntities.ProblemsOf(type, context.Compilation, context.CancellationToken));
            return;
        }

        var result = EntityParser.Parse(type, context.Compilation, context.CancellationToken);
        Report(context, result.Problems);
        if (result.Model?.Mapping is { } mapping)
        {
            tables.Add(type, mapping);
            foreignKeys.Add(type, result);
        }
    }

    private static void Report(SymbolAnalysisContext context, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(ProblemReport.Of(problem, (INamedTypeSymbol)context.Symbol, context.Compilation));
        }
    }
}
