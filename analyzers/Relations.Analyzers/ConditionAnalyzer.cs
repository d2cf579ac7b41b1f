using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Relations.Analyzers;

/// <summary>
/// REL0201: a condition where C# wants a truth value. Operators true and false, which <c>&amp;&amp;</c> and <c>||</c> need, let it
/// compile, but there is no row whose truth it could tell.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConditionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ConditionIsNoTruthValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseSymbols.Of(start.Compilation) is { } symbols)
            {
                // if and ?: are one kind of operation, while and do another; for is a third, and a catch's filter a fourth.
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Conditional, OperationKind.Loop, OperationKind.CatchClause);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UseSymbols symbols)
    {
        var tested = context.Operation switch
        {
            IConditionalOperation conditional => conditional.Condition,
            IWhileLoopOperation loop => loop.Condition,
            IForLoopOperation loop => loop.Condition,
            ICatchClauseOperation clause => clause.Filter,
            _ => null,
        };
        if (WithoutConversions(tested) is { } condition && SymbolEqualityComparer.Default.Equals(condition.Type, symbols.Condition))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.ConditionIsNoTruthValue, condition.Syntax.GetLocation()));
        }
    }

    /// <summary>The condition itself: C# calls operator true on it.</summary>
    private static IOperation? WithoutConversions(IOperation? operation) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.True, Operand: var operand } => WithoutConversions(operand),
        IConversionOperation { Operand: var operand } => WithoutConversions(operand),
        IParenthesizedOperation { Operand: var operand } => WithoutConversions(operand),
        _ => operation,
    };
}
