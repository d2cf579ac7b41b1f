using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Includes the relation that is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddIncludeFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationIsNotIncluded];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (Queries.ReadOf(scope) is { } read)
        {
            var relation = scope.Argument(ArgumentName.Relation);
            yield return scope.Fix($"Include '{relation}' in the query", "Include", Queries.AddInclude(scope, read, relation));
        }
    }
}
