using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Parsing;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>Half-typed code, odd declarations, models of other projects: the generator never crashes, and what it emits compiles.</summary>
public sealed class RobustnessTests
{
    private static readonly string Root = typeof(RobustnessTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Snapshots").Value!;

    private static IEnumerable<string> Cases => Directory.GetDirectories(Root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Survives_code_with_tokens_missing_or_doubled(string name)
    {
        var text = File.ReadAllText(Path.Combine(Root, name, "Input.cs"));
        var tokens = CSharpSyntaxTree.ParseText(text, cancellationToken: default).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        var random = new Random(17);
        for (var mutant = 0; mutant < 15; mutant++)
        {
            var token = tokens[random.Next(tokens.Count)];
            var other = tokens[random.Next(tokens.Count)];
            var replacement = (mutant % 3) switch { 0 => "", 1 => token.Text + " " + token.Text, _ => other.Text };
            var mutated = text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, replacement);

            var compilation = ModelCompilation.Of(mutated);
            var run = GeneratorRun.On(compilation);

            Assert.That(run.Result.Exception, Is.Null, mutated);
            var broken = run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath != "Input.cs").ToList();
            if (broken.Count > 0)
            {
                Assert.That(IsExplained(compilation), Is.True, $"{string.Join("\n", broken)}\n{mutated}");
            }
        }
    }

    /// <summary>Whether an error in the user's own code, or a problem that the analyzer reports, says why emitted code does not compile.</summary>
    private static bool IsExplained(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS9248") ||
        compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(static type => type.IsEntity())
            .Any(type => EntityParser.Parse(type, compilation, default).Problems.Any(static problem => problem.IsError));

    [TestCaseSource(nameof(Cases))]
    public void Finds_the_same_problems_beside_its_own_output(string name)
    {
        var compilation = ModelCompilation.Of(File.ReadAllText(Path.Combine(Root, name, "Input.cs")));
        var output = GeneratorRun.On(compilation).Output;

        Assert.That(Problems(output), Is.EqualTo(Problems(compilation)));

        static List<string> Problems(Compilation compilation) =>
        [
            .. compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
                .Where(static type => type.IsEntity())
                .SelectMany(type => EntityParser.Parse(type, compilation, default).Problems)
                .Select(static problem => $"{problem.Kind} {problem.Location.SourceSpan} {string.Join(", ", problem.Arguments)}"),
        ];
    }

    [Test]
    public void Emits_an_entity_once_whose_attribute_is_repeated()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("using Relations; [Entity] public partial class Doctor { public int Id { get; set; } } [Entity] public partial class Doctor;"));

        Assert.Multiple(() =>
        {
            Assert.That(run.Result.Exception, Is.Null);
            Assert.That(run.Files.Count(static file => file.HintName == "Doctor.g.cs"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Names_files_apart_whose_entities_differ_by_the_case_of_an_inner_letter()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            using Relations;
            [Entity] public class Doctor { public int Id { get; set; } }
            [Entity] public class DoctOr { public int Id { get; set; } }
            """));

        Assert.Multiple(() =>
        {
            Assert.That(run.Result.Exception, Is.Null);
            Assert.That(run.Files.Select(static file => file.HintName), Is.SupersetOf(new[] { "Doctor.g.cs", "Doct-Or.g.cs" }));
        });
    }

    [Test]
    public void Names_files_apart_whose_namespaces_or_types_differ_by_case()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            using Relations;
            namespace Shop.Stock { [Entity] public class Item { public int Id { get; set; } } }
            namespace Shop.STOCK { [Entity] public class Item { public int Id { get; set; } } }
            namespace Shop.stock { [Entity] public class Item { public int Id { get; set; } } }
            namespace Shop { public class StocK { [Entity] public class Item { public int Id { get; set; } } } }
            namespace Shop { [Entity] public class Chair { public int Id { get; set; } } [Entity] public class chair { public int Id { get; set; } } }
            """));
        var names = run.Files.Select(static file => file.HintName).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(run.Result.Exception, Is.Null);
            Assert.That(names, Is.SupersetOf(new[] { "Shop.Stock.Item.g.cs", "Shop.S-T-O-C-K.Item.g.cs", "Shop.-stock.Item.g.cs", "Shop.Stoc-K.Item.g.cs", "Shop.Chair.g.cs", "Shop.-chair.g.cs" }));
        });
    }

    [Test]
    public void The_compiler_names_the_type_around_an_entity_that_is_not_partial()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            using System.Collections.Generic;
            using Relations;
            public class Ward { [Entity] public partial class Room { public int Id { get; set; } [HasMany] public partial IReadOnlyList<Room> Rooms { get; } public int RoomId { get; set; } } }
            """));

        Assert.That(run.Warnings.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id), Is.EqualTo(["CS0260"]));
    }

    [Test]
    public void Emits_the_first_of_two_entities_of_one_name()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            using Relations;
            public class First { [Entity] public class Shelf { public int Id { get; set; } } }
            public class Second { [Entity] public class Shelf { public int Id { get; set; } } }
            """));

        Assert.Multiple(() =>
        {
            Assert.That(run.Warnings.Where(static diagnostic => diagnostic.Id != "CS1591"), Is.Empty);
            Assert.That(run.Files.Select(static file => file.HintName), Is.EqualTo(new[] { "First.Shelf.g.cs", "RelationsModel.g.cs" }));
        });
    }

    [Test]
    public void Keeps_apart_entities_whose_names_differ_by_case_or_namespace()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            using Relations;
            namespace One { [Entity] public class Doctor { public int Id { get; set; } } [Entity] public class doctor { public int Id { get; set; } } }
            namespace Two { [Entity] public class Doctor { public int Id { get; set; } } }
            """));

        Assert.Multiple(() =>
        {
            Assert.That(run.Warnings.Where(static diagnostic => diagnostic.Id is not ("CS1591" or "CS8981")), Is.Empty);
            Assert.That(run.Files.Count(), Is.EqualTo(4));
        });
    }

    [Test]
    public void Relates_to_entities_of_another_project()
    {
        var library = GeneratorRun.On(ModelCompilation.Of("""
            using Relations;
            namespace Library;
            [Entity] public partial class Book { public int Id { get; set; } }
            [Entity] public partial class Loan { public int Id { get; set; } public int BookId { get; set; } public int ReaderId { get; set; } public string? Note { get; set; } }
            """)).Output.WithAssemblyName("Library");
        using var stream = new MemoryStream();
        Assert.That(library.Emit(stream).Success, Is.True);

        var run = GeneratorRun.On(ModelCompilation.Of("""
            using System.Collections.Generic;
            using Library;
            using Relations;
            namespace Town;
            [Entity] public partial class Reader { public int Id { get; set; } [HasMany(through: typeof(Loan))] public partial IReadOnlyList<Book> Books { get; } }
            """).AddReferences(MetadataReference.CreateFromImage(stream.ToArray())));

        Assert.Multiple(() =>
        {
            Assert.That(run.Warnings.Where(static diagnostic => diagnostic.Id != "CS1591"), Is.Empty);
            Assert.That(run.Files.First().Text, Does.Contain("static () => global::Library.BookRepository.Definition"));
        });
    }

    [TestCase("My.App", "My.App")]
    [TestCase("1st-App", "_1st_App")]
    [TestCase("My.class", "My.@class")]
    public void Stands_in_the_root_namespace(string rootNamespace, string expected)
    {
        var run = GeneratorRun.On(ModelCompilation.Of("[Relations.Entity] public class Doctor { public int Id { get; set; } }"), rootNamespace);

        Assert.That(run.Files.Single(static file => file.HintName == "RelationsModel.g.cs").Text, Does.Contain($"namespace {expected};\n"));
    }

    [Test]
    public void Emits_nothing_without_entities() => Assert.That(GeneratorRun.On(ModelCompilation.Of("class Doctor;")).Files, Is.Empty);
}
