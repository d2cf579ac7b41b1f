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
        // A composite key's missing parts come together.
        var names = scope.Argument(ArgumentName.Property).Split([", "], StringSplitOptions.None);
        var types = names.Length == 1 ? [scope.Argument(ArgumentName.Type)] : scope.Argument(ArgumentName.Type).Split(["; "], StringSplitOptions.None);
        if (names.Length == types.Length && scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } type &&
            names.All(name => type.GetMembers(name).IsEmpty && SyntaxFacts.IsValidIdentifier(name)))
        {
            yield return scope.Fix(
                $"Add {string.Join(" and ", names.Select(static name => $"'{name}'"))} to {type.Name}", "Add",
                Edits.AddProperties(scope, type, at => [.. names.Zip(types, (name, written) => $"public {(IsReference(written) ? "required " : "")}{scope.Written(written, at)} {name} {{ get; set; }}")]));
        }
    }

    /// <summary>A key of these types would be null where nobody sets it.</summary>
    private static bool IsReference(string type) => type is "string" or "byte[]";
}
