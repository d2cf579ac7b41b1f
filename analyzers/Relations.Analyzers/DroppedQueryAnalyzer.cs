using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>REL0205: an operator or a relation's factory whose result is unused. They leave the query as it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedQueryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.QueryIsDropped];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UseSymbols symbols)
    {
        // The body of a lambda is left alone: assertions that a query throws are written so.
        if (context.Operation is IExpressionStatementOperation { Syntax: ExpressionStatementSyntax, Operation: IInvocationOperation call } &&
            (symbols.IsQuery(call.Type) || UseSymbols.Is(call.Type, symbols.Selection)) &&
            (symbols.IsOfRuntime(call.TargetMethod) || IsFactory(call.TargetMethod, symbols)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.QueryIsDropped, UseSyntax.NameOf(call), call.TargetMethod.Name));
        }
    }

    /// <summary>Whether it is emitted for a relation. A repository's other methods are the user's own, and may do something.</summary>
    private static bool IsFactory(IMethodSymbol method, UseSymbols symbols) =>
        symbols.IsRelationRepository(method.ReturnType) && UseSymbols.Is(method.ContainingType, symbols.EntityRepository) && !Syntax.IsUserWritten(method);
}
