using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Reads a relation with the query before the loop, where the loop reads it whole.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IncludeBeforeLoopFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.QueryInLoop];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var relation = scope.Argument(ArgumentName.Relation);
        if (relation.Length == 0 || Queries.ReadOf(scope) is not { } read || scope.Node.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } awaited || EntityOf(awaited) is not { } entity ||
            scope.Model.GetTypeInfo(entity, scope.Cancel).Type?.GetMembers(relation).OfType<IPropertySymbol>().FirstOrDefault() is not { } property || !Fits(awaited, property))
        {
            yield break;
        }

        var isIncluded = scope.Argument(ArgumentName.IsIncluded).Length > 0;
        yield return scope.Fix(
            $"Include '{relation}' in the query before the loop", "Include",
            [.. isIncluded ? [] : new[] { Queries.AddInclude(scope, read, relation) }, scope.Change(awaited.SyntaxTree, awaited.Span, $"{entity}.{relation}")]);
    }

    /// <summary>The loop's entity, as the factory's argument names it or its key.</summary>
    private static ExpressionSyntax? EntityOf(AwaitExpressionSyntax awaited) =>
        awaited.DescendantNodes().OfType<InvocationExpressionSyntax>().LastOrDefault(static call => call.ArgumentList.Arguments.Count == 1)?.ArgumentList.Arguments[0].Expression switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } => owner,
            IdentifierNameSyntax owner => owner,
            _ => null,
        };

    /// <summary>Whether the property can stand where the awaited list or entity stood: a list is one to be read.</summary>
    private static bool Fits(AwaitExpressionSyntax awaited, IPropertySymbol property) => awaited.Parent switch
    {
        ForEachStatementSyntax loop => loop.Expression == awaited && property.NullableAnnotation != NullableAnnotation.Annotated,
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } } => property.Type is INamedTypeSymbol { TypeArguments.IsEmpty: true },
        _ => false,
    };
}
