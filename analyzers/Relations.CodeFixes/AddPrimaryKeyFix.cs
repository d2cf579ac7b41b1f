using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Adds a property <c>Id</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddPrimaryKeyFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.EntityLacksPrimaryKey];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration &&
            scope.Model.GetDeclaredSymbol(declaration, scope.Cancel) is { } type &&
            !IsTaken(type))
        {
            yield return scope.Fix("Add the primary key 'Id'", "Add", Edits.AddProperty(scope, type, static _ => "public int Id { get; init; }", first: true));
        }
    }

    /// <summary>Whether there is an <c>Id</c> that is no key, or a property whose column would have the same name.</summary>
    private static bool IsTaken(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member.Name == "Id" || member is IPropertySymbol && string.Equals(member.Name, "Id", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
