using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Relations.Analyzers;

/// <summary>REL0204: a relation that is read, of an entity that in the same method came from a query without its Include.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnloadedRelationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RelationIsNotIncluded];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (UseSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.PropertyReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UseSymbols symbols)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        if (read.Instance is null || read.Parent is INameOfOperation || read.Parent is IAssignmentOperation assignment && assignment.Target == read || !UseSymbols.IsRelation(read.Property) ||
            !ThrowsUnlessLoaded(read.Property) || !IsSound(read.Property))
        {
            return;
        }

        var trace = new QueryTrace(symbols, QueryTrace.Root(read));
        var entity = QueryTrace.Accessed(read.Instance);
        var local = (entity as ILocalReferenceOperation)?.Local;
        var source = local is not null && QueryTrace.LoopOf(local, read) is { } loop ? loop.Collection : entity;
        if (trace.ReadOf(source) is not { } query || trace.Included(query) is not { } included || included.Contains(read.Property.Name) || trace.Loads(read.Property.Name) || trace.IsHandedOn(query, read) || trace.IsCaught(read) ||
            local is not null && trace.AsksIsLoaded(local, read))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rules.RelationIsNotIncluded, NameOf(read), [query.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(ArgumentName.Relation, read.Property.Name),
            read.Property.ContainingType.Name, read.Property.Name, entity!.Syntax.ToString()));
    }

    /// <summary>Whether queries have the relation. What is wrong with one that they have not is said where it is declared, and to include it would not compile.</summary>
    private static bool IsSound(IPropertySymbol relation) =>
        relation.ContainingType.ContainingNamespace.GetTypeMembers(relation.ContainingType.Name + "Properties", 0).Any(properties => !properties.GetMembers(relation.Name).IsEmpty);

    /// <summary>Whether the property is emitted. Where only its metadata is there, it is the one that nobody can set and that the compiler did not write either.</summary>
    private static bool ThrowsUnlessLoaded(IPropertySymbol property) => property switch
    {
        { PartialDefinitionPart: not null } or { IsPartialDefinition: true } => true,
        { DeclaringSyntaxReferences.IsEmpty: true, SetMethod: null, GetMethod: { } getter } =>
            !getter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(CompilerGeneratedAttribute)),
        _ => false,
    };

    private static Location NameOf(IPropertyReferenceOperation read) => (read.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    }).GetLocation();
}
