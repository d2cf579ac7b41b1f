using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Leaves a relation null until it is loaded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveInitializerFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationIsInitialized];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Property is { AccessorList: { } accessors, Initializer: not null, Type: var type } property)
        {
            var isNullable = type is NullableTypeSyntax || !scope.Model.GetNullableContext(type.SpanStart).AnnotationsEnabled();
            yield return scope.Fix(
                isNullable ? "Remove the initializer" : "Remove the initializer, and declare it nullable", "Remove",
                scope.Change(type.SyntaxTree, new TextSpan(type.Span.End, 0), isNullable ? "" : "?"),
                scope.Change(property.SyntaxTree, TextSpan.FromBounds(accessors.Span.End, property.SemicolonToken.Span.End), ""));
        }
    }
}
