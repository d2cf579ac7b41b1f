using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>The project in one run: its compilation, and its files with what they say of themselves.</summary>
/// <remarks>Entities are parsed on several threads: what two of them find at once is the same, and nothing changes it.</remarks>
internal sealed class ProjectTrees
{
    private readonly ImmutableArray<TreeOutline> outlines;
    private readonly Dictionary<SyntaxTree, int> places;
    private Dictionary<string, List<TreeOutline>>? declaring;
    private HashSet<string>? globalNames;

    public ProjectTrees(Compilation compilation, ProjectFacts facts, ImmutableArray<TreeOutline> outlines)
    {
        Compilation = compilation;
        Facts = facts;
        this.outlines = outlines;
        places = new(outlines.Length);
        for (var place = 0; place < outlines.Length; place++)
        {
            places[outlines[place].Tree] = place;
        }
    }

    public Compilation Compilation { get; }

    public ProjectFacts Facts { get; }

    /// <summary>The names that hold for all files.</summary>
    public IReadOnlyCollection<string> GlobalNames => globalNames ??= [.. outlines.SelectMany(static outline => outline.Header.GlobalNames)];

    /// <summary>The outline of a file, or null where it is none of the project's.</summary>
    public TreeOutline? OutlineOf(SyntaxTree tree) => places.TryGetValue(tree, out var place) ? outlines[place] : null;

    /// <summary>The files that declare a type of this name; as an attribute, its name may lack its end.</summary>
    public IEnumerable<TreeOutline> Declaring(string name)
    {
        declaring ??= Declarations();
        var found = declaring.TryGetValue(name, out var outright) ? outright : [];
        return declaring.TryGetValue(name + "Attribute", out var attributes) ? found.Concat(attributes) : found;
    }

    /// <summary>Whether these files belong to the project unedited, in this order.</summary>
    public bool Has(IReadOnlyList<SyntaxTree> trees)
    {
        var last = -1;
        foreach (var tree in trees)
        {
            if (!places.TryGetValue(tree, out var place) || place <= last)
            {
                return false;
            }

            last = place;
        }

        return true;
    }

    /// <summary>The files in the project's order.</summary>
    public SyntaxTree[] InOrder(IEnumerable<TreeOutline> files) => [.. files.Select(static file => file.Tree).OrderBy(tree => places[tree])];

    private Dictionary<string, List<TreeOutline>> Declarations()
    {
        var found = new Dictionary<string, List<TreeOutline>>(StringComparer.Ordinal);
        foreach (var outline in outlines)
        {
            foreach (var name in outline.Header.DeclaredNames)
            {
                if (!found.TryGetValue(name, out var files))
                {
                    found.Add(name, files = []);
                }

                files.Add(outline);
            }
        }

        return found;
    }
}
