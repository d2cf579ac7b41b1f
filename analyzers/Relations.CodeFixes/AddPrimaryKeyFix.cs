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
            type.GetMembers("Id").IsEmpty)
        {
            yield return scope.Fix("Add the primary key 'Id'", "Add", Edits.AddProperty(scope, type, static _ => "public int Id { get; init; }", first: true));
        }
    }
}
