using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Lets the generator implement a relation's property, or set it where C# has no partial properties.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationPropertyCannotBeSet];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Property is { } property && scope.PropertySymbol is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal } symbol &&
            IsEntity(symbol.ContainingType))
        {
            if (property.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp13 })
            {
                yield return scope.Fix($"Give '{property.Identifier.ValueText}' a setter", "Setter", SetterChanges(scope, property));
                yield break;
            }

            yield return scope.Fix($"Make '{property.Identifier.ValueText}' partial", "Partial", [.. PropertyChanges(scope, property), .. TypeChanges(scope, property)]);
        }
    }

    /// <summary>Such a property is filled by an inclusion alone: until then it is null, and says so.</summary>
    private static IEnumerable<DocumentChange?> SetterChanges(FixScope scope, PropertyDeclarationSyntax property)
    {
        var partial = property.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        if (partial != default)
        {
            yield return scope.Change(property.SyntaxTree, partial.FullSpan, "");
        }

        if (property.Type is not NullableTypeSyntax && scope.Model.GetNullableContext(property.SpanStart).AnnotationsEnabled())
        {
            yield return scope.Change(property.SyntaxTree, new TextSpan(property.Type.Span.End, 0), "?");
        }

        yield return scope.Change(property.SyntaxTree, TextSpan.FromBounds(property.Identifier.Span.End, property.Span.End), " { get; set; }");
    }

    /// <summary>Nothing is generated into other types.</summary>
    private static bool IsEntity(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "EntityAttribute", ContainingNamespace.Name: "Relations" });

    private static IEnumerable<DocumentChange?> PropertyChanges(FixScope scope, PropertyDeclarationSyntax property)
    {
        if (property.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield break;
        }

        yield return scope.Change(property.SyntaxTree, new TextSpan(property.Type.SpanStart, 0), "partial ");
        if (property.AccessorList?.ToString() != "{ get; }" || property.Initializer is not null)
        {
            yield return scope.Change(property.SyntaxTree, TextSpan.FromBounds(property.Identifier.Span.End, property.Span.End), " { get; }");
        }
    }

    /// <summary>The type and those around it must be partial too.</summary>
    private static IEnumerable<DocumentChange?> TypeChanges(FixScope scope, PropertyDeclarationSyntax property) => property.Ancestors().OfType<TypeDeclarationSyntax>()
        .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(type => scope.Change(type.SyntaxTree, new TextSpan(type.Keyword.SpanStart, 0), "partial "));
}
