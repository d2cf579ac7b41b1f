using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Lets a pair be linked once at most.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePairKeyFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LinksAreNotUnique];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || scope.Model.GetDeclaredSymbol(declaration, scope.Cancel) is not { } type)
        {
            yield break;
        }

        string[] names = [.. scope.Argument(ArgumentName.Property).Split([", "], StringSplitOptions.None), scope.Argument(ArgumentName.OtherProperty)];
        var all = $"'{string.Join("', '", names.Take(names.Length - 1))}' and '{names[names.Length - 1]}'";
        if (KeyOf(type, names) is { DeclaringSyntaxReferences: [var reference, ..] } && reference.GetSyntax(scope.Cancel) is PropertyDeclarationSyntax key)
        {
            yield return scope.Fix($"Make {all} the key, in place of '{key.Identifier.ValueText}'", "Key", Edits.Remove(scope, key));
        }

        if (Edits.MakeUnique(scope, type, names) is { } change)
        {
            yield return scope.Fix($"Make {all} unique together", "Unique", change);
        }
    }

    /// <summary>The key of its own: a model without one has the pair as its key.</summary>
    private static IPropertySymbol? KeyOf(INamedTypeSymbol type, string[] names) => type.GetMembers().OfType<IPropertySymbol>()
        .FirstOrDefault(property => Array.IndexOf(names, property.Name) < 0 &&
            (property.Name == "Id" || property.Name == type.Name + "Id" || property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "KeyAttribute")));
}
