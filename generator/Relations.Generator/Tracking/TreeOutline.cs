using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>What one file says of itself without any other: made once for each version of it, of syntax alone.</summary>
internal sealed class TreeOutline
{
    private readonly HeaderParser header;
    private TreeNames? names;

    private TreeOutline(SyntaxTree tree, HeaderParser header)
    {
        Tree = tree;
        this.header = header;
        Header = header.Text;
    }

    public SyntaxTree Tree { get; }

    /// <summary>All by which the file can change what the code of another one means, unless that code looks into a type.</summary>
    public string Header { get; }

    /// <summary>The simple names of the types that are declared here.</summary>
    public IReadOnlyCollection<string> DeclaredNames => header.DeclaredNames;

    /// <summary>The names in global usings of types, and in extension members.</summary>
    public IReadOnlyCollection<string> GlobalNames => header.GlobalNames;

    /// <summary>The aliases for all files that are declared here.</summary>
    public IReadOnlyCollection<string> GlobalAliases => header.GlobalAliases;

    /// <summary>The names that the file's own code speaks of.</summary>
    public TreeNames Names => names ??= TreeNames.Of(Tree);

    public static TreeOutline Of(SyntaxTree tree, CancellationToken cancel) => new(tree, HeaderParser.Parse(tree, cancel));

    /// <summary>The types that may be entities, where the project has these aliases for all files.</summary>
    public IEnumerable<TypeDeclarationSyntax> Candidates(IReadOnlyCollection<string> globalAliases) => header.AttributedTypes
        .Where(type => EntityName.IsIn(type.AttributeLists, header.Aliases) || EntityName.IsIn(type.AttributeLists, globalAliases));
}
