using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>What one file says of itself without any other: made once for each version of it.</summary>
internal sealed class TreeOutline
{
    private TreeNames? names;

    private TreeOutline(SyntaxTree tree, TreeHeader header)
    {
        Tree = tree;
        Header = header;
    }

    public SyntaxTree Tree { get; }

    public TreeHeader Header { get; }

    /// <summary>The names that the file's own code speaks of.</summary>
    public TreeNames Names => names ??= TreeNames.Of(Tree);

    public static TreeOutline Of(SyntaxTree tree, CancellationToken cancel) => new(tree, HeaderParser.Parse(tree, cancel));

    /// <summary>The types that may be entities, or have relations that are to be implemented, where the project has these aliases for all files.</summary>
    public IEnumerable<TypeDeclarationSyntax> Candidates(IReadOnlyCollection<string> globalAliases) => Header.AttributedTypes
        .Where(type => AttributeNames.Concern(type, Header.Aliases) || AttributeNames.Concern(type, globalAliases));
}
