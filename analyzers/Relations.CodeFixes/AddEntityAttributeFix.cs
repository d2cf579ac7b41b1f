using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Makes a related type an entity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddEntityAttributeFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelatedTypeIsNoEntity];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Argument(ArgumentName.Obstacle).Length == 0 && scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } type && scope.Declarations(type).FirstOrDefault() is { } declaration)
        {
            yield return scope.Fix($"Mark {type.Name} with [Entity]", "Entity", Edits.AddAttribute(scope, declaration, "Entity", "Relations"));
        }
    }
}
