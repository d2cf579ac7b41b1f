using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Makes a property of an entity, or of a collection of one, a relation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddRelationAttributeFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PropertyTypeHasNoColumn];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        foreach (var relation in scope.Argument(ArgumentName.Candidates).Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (scope.Property is { } property)
            {
                yield return scope.Fix($"Mark it with [{relation}]", relation, Edits.AddAttribute(scope, property, relation, "Relations"));
            }
        }
    }
}
