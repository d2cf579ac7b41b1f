using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Testing;

namespace Relations.Generator.Tests.Incremental;

/// <summary>A project under edit: its files in their order, each with the text that it had in the beginning.</summary>
internal sealed class EditedProject
{
    private readonly List<(string Path, string Text)> original;

    private EditedProject(List<(string Path, string Text)> original)
    {
        this.original = original;
        Compilation = ModelCompilation.Of(original);
    }

    public CSharpCompilation Compilation { get; set; }

    public IReadOnlyList<SyntaxTree> Trees => Compilation.SyntaxTrees;

    /// <summary>A project with a file for each type of the source, so that all that a type depends on stands in other files.</summary>
    public static EditedProject Of(string source)
    {
        var unit = CSharpSyntaxTree.ParseText(source, ModelCompilation.ParseOptions()).GetCompilationUnitRoot();
        var files = new List<(string, string)>();
        Split(unit.Members, unit.Usings.ToFullString(), "");
        return new(files);

        void Split(SyntaxList<MemberDeclarationSyntax> members, string before, string after)
        {
            foreach (var member in members)
            {
                if (member is BaseNamespaceDeclarationSyntax space)
                {
                    Split(space.Members, $"{before}\nnamespace {space.Name}\n{{\n{space.Usings.ToFullString()}", after + "\n}");
                }
                else
                {
                    files.Add(($"File{files.Count}.cs", before + member.ToFullString() + after));
                }
            }
        }
    }

    public static EditedProject Of(CSharpCompilation compilation) => new([.. compilation.SyntaxTrees.Select(static tree => (tree.FilePath, tree.ToString()))]);

    public void Replace(SyntaxTree tree, string text) => Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(tree.FilePath, text));

    /// <summary>Adds a file, in the end or before another.</summary>
    public void Add(string path, string text, int place)
    {
        var trees = Compilation.SyntaxTrees.Insert(place, Parse(path, text));
        Compilation = Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }

    public void Remove(SyntaxTree tree) => Compilation = Compilation.RemoveSyntaxTrees(tree);

    /// <summary>Gives a file its first text again, or brings it back.</summary>
    public void Restore(Random random)
    {
        var (path, text) = original[random.Next(original.Count)];
        if (Trees.FirstOrDefault(tree => tree.FilePath == path) is { } tree)
        {
            Replace(tree, text);
        }
        else
        {
            Add(path, text, random.Next(Trees.Count + 1));
        }
    }

    /// <summary>Begins anew, in files and options.</summary>
    public void RestoreAll() => Compilation = ModelCompilation.Of(original);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ModelCompilation.ParseOptions(), path);
}
