using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Gives a foreign key the type of the key that it refers to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeForeignKeyTypeFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ForeignKeyTypeDiffers];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var name = scope.Argument(ArgumentName.Property);
        if (scope.ModelNamed(scope.Argument(ArgumentName.Model)) is not { } holder ||
            holder.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.Cancel) is not { } declaration)
        {
            yield break;
        }

        var type = declaration switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };
        // An enum that is stored by name there and as a number here needs a [Column] that says so, which is for its author to decide. Of a key of several parts, the part that is missing
        // or the order is wrong rather than a type; and a key of one of several targets is another one's not.
        if (type is not null && !IsOfSeveral(scope) && !scope.Argument(ArgumentName.Type).EndsWith(" by name", StringComparison.Ordinal)
            && scope.Written(scope.Argument(ArgumentName.Type).TrimEnd('?'), declaration) is var written && written != type.ToString().TrimEnd('?'))
        {
            yield return scope.Fix(
                $"Change '{name}' to {written}", "Change",
                [scope.Change(declaration.SyntaxTree, type.Span, type is NullableTypeSyntax ? written + "?" : RequiredWith(written, declaration) + written), .. WithoutInitializer(scope, declaration)]);
        }
    }

    private static bool IsOfSeveral(FixScope scope) =>
        scope.Argument(ArgumentName.Type).StartsWith("(", StringComparison.Ordinal)
        || scope.RelationAttribute?.ArgumentList?.Arguments.Any(static argument => (argument.NameEquals?.Name.Identifier.ValueText == "Polymorphic" && argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression)) || argument.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText.Contains(',')) == true;

    /// <summary>A text would be null where nobody sets it.</summary>
    private static string RequiredWith(string type, SyntaxNode declaration) =>
        type is "string" or "byte[]" && declaration is PropertyDeclarationSyntax { AccessorList: { } accessors } property && !property.Modifiers.Any(SyntaxKind.RequiredKeyword)
        && accessors.Accessors.Any(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration && accessor.Modifiers.Count == 0) ? "required " : "";

    /// <summary>A value of the other type is none of this.</summary>
    private static IEnumerable<DocumentChange?> WithoutInitializer(FixScope scope, SyntaxNode declaration)
    {
        if (declaration is PropertyDeclarationSyntax { Initializer: not null, AccessorList: { } accessors } property)
        {
            yield return scope.Change(property.SyntaxTree, TextSpan.FromBounds(accessors.Span.End, property.Span.End), "");
        }
    }
}
