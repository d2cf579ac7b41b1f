using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Names the key that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RenameKeyFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NamedKeyDoesNotExist];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        var (name, meant) = (scope.Argument(ArgumentName.Property), scope.Argument(ArgumentName.Suggestion));
        if (meant.Length > 0 && name.Length > 0)
        {
            yield return scope.Fix($"Change to '{meant}'", "Rename", NamesIn(scope.Node, name).Take(1).Select(found => scope.Change(scope.Node.SyntaxTree, found.Token.Span, found.IsString ? $"\"{string.Join(", ", PartsOf(found.Token).Select(part => part == name ? meant : part))}\"" : meant)));
        }
    }

    private static IEnumerable<(SyntaxToken Token, bool IsString)> NamesIn(SyntaxNode node, string name) => node.DescendantNodesAndSelf()
        .Select(static part => part switch
        {
            LiteralExpressionSyntax literal => (literal.Token, IsString: true),
            IdentifierNameSyntax identifier => (Token: identifier.Identifier, IsString: false),
            _ => default,
        })
        .Where(part => part.IsString ? PartsOf(part.Token).Contains(name, StringComparer.Ordinal) : part.Token is { IsMissing: false, ValueText: var text } && text == name);

    /// <summary>A composite key is named by its properties, separated by commas.</summary>
    private static IEnumerable<string> PartsOf(SyntaxToken literal) => literal.ValueText.Split(',').Select(static part => part.Trim());
}
