using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Declares a key unique.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MarkUniqueFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.KeyIsNotUnique];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var name = scope.Argument(ArgumentName.Property);
        if (name.Contains(','))
        {
            if (scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } model && Edits.MakeUnique(scope, model, name.Split([", "], StringSplitOptions.None)) is { } change)
            {
                yield return scope.Fix($"Make {name} unique together", "Unique", change);
            }

            yield break;
        }

        var declaration = scope.ModelNamed(scope.Argument(ArgumentName.Model))?.GetMembers(name).FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancel);
        if (declaration is not null)
        {
            yield return scope.Fix($"Mark '{name}' with [Unique]", "Unique", Edits.AddAttribute(scope, declaration, "Unique", "Relations"));
        }
    }
}
