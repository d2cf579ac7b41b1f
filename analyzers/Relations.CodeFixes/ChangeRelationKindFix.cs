using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Turns a relation round, where the foreign key is on its other side.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeRelationKindFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.TargetLacksForeignKey, RuleIds.SourceLacksForeignKey];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Argument(ArgumentName.Attribute) is { Length: > 0 } kind && scope.RelationAttribute is { } attribute && !NamesKeys(attribute))
        {
            yield return scope.Fix($"Make it [{kind}]", kind, scope.Change(attribute.SyntaxTree, attribute.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Span, kind));
        }
    }

    /// <summary>Keys mean another model when the relation is turned round.</summary>
    private static bool NamesKeys(AttributeSyntax attribute) =>
        attribute.ArgumentList is { Arguments: var arguments } && arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText is "KeyFrom" or "KeyTo");
}
