using Microsoft.CodeAnalysis.CSharp;

namespace Relations.Testing;

/// <summary>
/// A model of many entities, each in a file of its own, with three relations each on average: what the generator's and the analyzers' cost is measured with.
/// Half of them are authors, in a ring; the others are the through models between neighbours.
/// </summary>
public static class LargeModel
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using Relations;
        """;

    /// <summary>The file of an author.</summary>
    public const string AuthorFile = "Author0.cs";

    /// <summary>The file of the through model that leads from this author to the next.</summary>
    public const string AuthorshipFile = "Authorship0.cs";

    /// <summary>A file without entities.</summary>
    public const string OtherFile = "Other.cs";

    /// <summary>The entities of a model of this many.</summary>
    public static IEnumerable<string> Entities(int count) => Enumerable.Range(0, count / 2).SelectMany(static number => new[] { $"Author{number}", $"Authorship{number}" });

    /// <summary>The model.</summary>
    public static CSharpCompilation Of(int count) => ModelCompilation.Of(Files(count / 2));

    /// <summary>The model after an edit of one file.</summary>
    public static CSharpCompilation Edit(this CSharpCompilation compilation, string path, Func<string, string> edit)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edit(tree.ToString()), (CSharpParseOptions)tree.Options, path));
    }

    /// <summary>Renames a column that no other entity's file speaks of.</summary>
    public static CSharpCompilation RenameColumn(CSharpCompilation compilation) => compilation.Edit(AuthorFile, static text => text.Replace("Age", "Years", StringComparison.Ordinal));

    /// <summary>Renames a column of a through model, which the through data of its relations carries.</summary>
    public static CSharpCompilation RenameThroughColumn(CSharpCompilation compilation) => compilation.Edit(AuthorshipFile, static text => text.Replace("Role", "Part", StringComparison.Ordinal));

    /// <summary>Moves an entity down in its file.</summary>
    public static CSharpCompilation ShiftLines(CSharpCompilation compilation) => compilation.Edit(AuthorFile, static text => "// a comment\n\n" + text);

    /// <summary>Edits the file without entities.</summary>
    public static CSharpCompilation EditOther(CSharpCompilation compilation) => compilation.Edit(OtherFile, static text => text.Replace("42", "43", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Files(int authors)
    {
        yield return ("Usings.cs", Usings);
        yield return (OtherFile, "namespace Large; internal static class Other { public static int Answer() => 42; }");
        for (var number = 0; number < authors; number++)
        {
            var next = (number + 1) % authors;
            yield return ($"Author{number}.cs", Author(number, next));
            yield return ($"Authorship{number}.cs", Authorship(number, next));
        }
    }

    private static string Author(int number, int next) => $$"""
        namespace Large;

        [Entity]
        public partial class Author{{number}}
        {
            public int Id { get; init; }
            public required string Name { get; set; }
            public int? Age { get; set; }
            public DateTime Since { get; set; }

            [HasMany(through: typeof(Authorship{{number}}))]
            public partial IReadOnlyList<Author{{next}}> Colleagues { get; }

            [HasMany(through: typeof(Authorship{{number}}))]
            public partial IReadOnlyList<Link<Author{{next}}, Authorship{{number}}>> Works { get; }

            [HasMany]
            public partial IReadOnlyList<Authorship{{number}}> Authorships { get; }

            [HasMany(through: typeof(Authorship{{number}}))]
            public partial IReadOnlyList<Author{{next}}>? Others { get; }
        }
        """;

    private static string Authorship(int number, int next) => $$"""
        namespace Large;

        [Entity]
        public partial class Authorship{{number}}
        {
            public int Id { get; init; }
            public int Author{{number}}Id { get; set; }
            public int Author{{next}}Id { get; set; }
            public string? Role { get; set; }

            [BelongsTo]
            public partial Author{{number}}? First { get; }

            [BelongsTo]
            public partial Author{{next}}? Second { get; }
        }
        """;
}
