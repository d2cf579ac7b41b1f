using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Declares nullable what may have no target.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeNullableFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationPropertyShouldBeNullable];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Property is { Type: not NullableTypeSyntax and var type })
        {
            yield return scope.Fix("Make the type nullable", "Nullable", scope.Change(type.SyntaxTree, new TextSpan(type.Span.End, 0), "?"));
        }
    }
}
