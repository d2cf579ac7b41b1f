using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Leaves a property out of the table.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddNotMappedFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PropertyTypeHasNoColumn];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        SyntaxNode? property = scope.Property is null ? scope.Node.FirstAncestorOrSelf<ParameterSyntax>() : scope.Property;
        if (property is not null)
        {
            yield return scope.Fix("Mark it with [NotMapped]", "NotMapped", Edits.AddAttribute(scope, property, "NotMapped", "System.ComponentModel.DataAnnotations.Schema"));
        }
    }
}
