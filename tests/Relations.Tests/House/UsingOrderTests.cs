using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Tests.House;

/// <summary>Usings stand in the order in which <c>dotnet format</c> puts them, with those of System first, as .editorconfig says.</summary>
[TestFixture]
public sealed class UsingOrderTests
{
    [Test]
    public void Usings_are_in_the_order_of_the_formatter()
    {
        var files = Sources.Written.ToList();

        Assert.That(files, Has.Count.GreaterThan(500));
        Assert.That(files.Select(static file => Misplaced(File.ReadAllText(file)) is { } line ? $"{Path.GetRelativePath(Sources.Root, file)}: {line}" : null), Is.All.Null);
    }

    [TestCase("using System.Text;\nusing System;", "using System;")]
    [TestCase("using Relations;\nusing System;", "using System;")]
    [TestCase("using Npgsql;\nusing NUnit.Framework;\nusing DiffPlex;", "using DiffPlex;")]
    [TestCase("using static System.Math;\nusing Relations;", "using Relations;")]
    [TestCase("using Name = Relations.Model;\nusing static System.Math;", "using static System.Math;")]
    [TestCase("using B = Relations.Model;\nusing A = System.Text;", "using A = System.Text;")]
    [TestCase("using Relations;\nglobal using System;", "global using System;")]
    [TestCase("using Relations.Sql;\nusing Relations;", "using Relations;")]
    [TestCase("namespace Inner { using Relations;\nusing System; }", "using System;")]
    public void What_stands_too_late_is_named(string text, string line) => Assert.That(Misplaced(text), Is.EqualTo(line));

    [TestCase("extern alias fixes;\nusing System;\nusing System.Text;\nusing DiffPlex;\nusing Relations;\nusing Relations.Sql;\nusing Relations.Sqlite;\nusing static System.Math;\nusing A = System.Text;\nusing B = Relations;")]
    [TestCase("global using Relations;\nusing System;")]
    [TestCase("using Microsoft.Data;\nusing Npgsql;\nusing NUnit.Framework;")]
    [TestCase("var text = \"using Relations; using System;\";")]
    public void What_is_in_order_is_not(string text) => Assert.That(Misplaced(text), Is.Null);

    /// <summary>The first using that should stand before the one above it.</summary>
    private static string? Misplaced(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14)).GetCompilationUnitRoot();
        var lists = root.Members.OfType<BaseNamespaceDeclarationSyntax>().Select(static inner => inner.Usings).Prepend(root.Usings);
        return lists.SelectMany(static usings => usings.Zip(usings.Skip(1)))
            .Where(static pair => Compare(pair.First, pair.Second) > 0)
            .Select(static pair => pair.Second.WithoutTrivia().ToString())
            .FirstOrDefault();
    }

    private static int Compare(UsingDirectiveSyntax left, UsingDirectiveSyntax right)
    {
        var (first, second) = (Parts(left), Parts(right));
        var difference = Kind(left) - Kind(right);
        for (var place = 0; difference == 0 && place < Math.Min(first.Length, second.Length); place++)
        {
            difference = place == 0 ? (second[0] == "System").CompareTo(first[0] == "System") : 0;
            difference = difference == 0 ? string.Compare(first[place], second[place], StringComparison.OrdinalIgnoreCase) : difference;
            difference = difference == 0 ? string.CompareOrdinal(first[place], second[place]) : difference;
        }

        return difference == 0 ? first.Length - second.Length : difference;
    }

    // Global ones first; of each, namespaces, then static ones, then aliases.
    private static int Kind(UsingDirectiveSyntax directive) =>
        (directive.GlobalKeyword == default ? 3 : 0) + (directive.Alias is not null ? 2 : directive.StaticKeyword != default ? 1 : 0);

    private static string[] Parts(UsingDirectiveSyntax directive) => (directive.Alias?.Name.ToString() ?? directive.NamespaceOrType.ToString()).Split('.');
}
