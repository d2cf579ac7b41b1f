using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Adds the foreign key that a model lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddForeignKeyFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ThroughModelLacksSourceKey, RuleIds.ThroughModelLacksTargetKey, RuleIds.TargetLacksForeignKey, RuleIds.SourceLacksForeignKey];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var name = scope.Argument(ArgumentName.Property);
        if (scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } type && type.GetMembers(name).IsEmpty && SyntaxFacts.IsValidIdentifier(name))
        {
            yield return scope.Fix(
                $"Add '{name}' to {type.Name}", "Add",
                Edits.AddProperty(scope, type, at => $"public {scope.Written(scope.Argument(ArgumentName.Type), at)} {name} {{ get; set; }}"));
        }
    }
}
