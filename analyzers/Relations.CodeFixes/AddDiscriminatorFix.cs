using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Adds the property that says which type a link leads to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddDiscriminatorFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ThroughModelLacksDiscriminator];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var name = scope.Argument(ArgumentName.Property);
        if (scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } type && type.GetMembers(name).IsEmpty && SyntaxFacts.IsValidIdentifier(name))
        {
            yield return scope.Fix($"Add '{name}' to {type.Name}", "Add", Edits.AddProperty(scope, type, _ => $"public required string {name} {{ get; set; }}"));
        }
    }
}
