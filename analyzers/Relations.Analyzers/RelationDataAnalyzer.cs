using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Relations.Analyzers;

/// <summary>REL0203: a new entity with relation data, given to a method that would reject it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RelationDataAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> writers = ["CreateAsync", "CreateAllAsync", "UpdateAsync", "SaveAsync", "ReplaceByIdAsync"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RelationDataIsRejected];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UseSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        var receiver = call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type;
        if (!writers.Contains(call.TargetMethod.Name) || !symbols.IsQuery(receiver))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            foreach (var created in Created(argument.Value))
            {
                Report(context, call, created);
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, IObjectCreationOperation created)
    {
        foreach (var assignment in created.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property: var property } && UseSymbols.IsRelation(property) && !IsEmpty(assignment.Value))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.RelationDataIsRejected, assignment.Syntax.GetLocation(),
                    property.ContainingType.Name, property.Name, call.TargetMethod.Name));
            }
        }
    }

    /// <summary>The entities that an argument makes: itself, or the elements of a list.</summary>
    private static IEnumerable<IObjectCreationOperation> Created(IOperation value) => value switch
    {
        IConversionOperation conversion => Created(conversion.Operand),
        IObjectCreationOperation creation when creation.Type is not null => [creation],
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.SelectMany(Created),
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(Created),
        _ => [],
    };

    /// <summary>What is null or empty carries nothing: it passes.</summary>
    private static bool IsEmpty(IOperation value) => value switch
    {
        IConversionOperation conversion => IsEmpty(conversion.Operand),
        IDefaultValueOperation => true,
        ICollectionExpressionOperation { Elements.IsEmpty: true } => true,
        IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: INamedTypeSymbol { Name: "List" } } => true,
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };
}
