using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            if (scope.ModelNamed(scope.Argument(ArgumentName.Model)) is { } model && EntityAttribute(scope, model) is { } entity)
            {
                var names = name.Split([", "], StringSplitOptions.None);
                yield return scope.Fix($"Make {name} unique together", "Unique", Edits.Set(scope, entity, "Unique", $"[{string.Join(", ", names.Select(static part => $"nameof({part})"))}]"));
            }

            yield break;
        }

        var declaration = scope.ModelNamed(scope.Argument(ArgumentName.Model))?.GetMembers(name).FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancel);
        if (declaration is not null)
        {
            yield return scope.Fix($"Mark '{name}' with [Unique]", "Unique", Edits.AddAttribute(scope, declaration, "Unique", "Relations"));
        }
    }

    /// <summary>The entity's attribute, unless it says already what is unique together.</summary>
    private static AttributeSyntax? EntityAttribute(FixScope scope, INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass is { Name: "EntityAttribute", ContainingNamespace.Name: "Relations" } && attribute.NamedArguments.All(static argument => argument.Key != "Unique"))?
            .ApplicationSyntaxReference?.GetSyntax(scope.Cancel) as AttributeSyntax;
}
