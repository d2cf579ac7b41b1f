using System.Reflection;
using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>Keys and entities with names that mean something to C#, to tuples, or to emitted code: what is emitted compiles, and nothing is reported.</summary>
public sealed class UnusualNameTests
{
    private static readonly string[] undocumented = ["CS1591", "CS8981"];

    [TestCase("@class", "@namespace")]
    [TestCase("@field", "@await")]
    [TestCase("@record", "@var")]
    [TestCase("value", "place")]
    [TestCase("values", "first")]
    [TestCase("row", "places")]
    [TestCase("Key", "Value")]
    [TestCase("Keys", "Values")]
    [TestCase("Item1", "Item2")]
    [TestCase("Instance", "Count")]
    [TestCase("HoldsBytes", "Read")]
    [TestCase("Bind", "TReader")]
    [TestCase("Session", "Definition")]
    [TestCase("Query", "Patch")]
    [TestCase("Deconstruct", "Equality")]
    [TestCase("Where", "Include")]
    [TestCase("Source", "Target")]
    [TestCase("Through", "Link")]
    [TestCase("_", "__")]
    [TestCase("A", "A1")]
    [TestCase("Größe", "名前")]
    [TestCase("Part", "Other")]
    [TestCase("Base", "This")]
    [TestCase("Deconstruct", "CompareTo")]
    [TestCase("Rest", "Item1")]
    [TestCase("Item2", "Item1")]
    [TestCase("Item7", "Item02")]
    [TestCase("Item0", "Item")]
    [TestCase("Table", "Properties")]
    [TestCase("Relations", "System")]
    [TestCase("Models", "Order")]
    [TestCase("WholeId", "Whole_Key")]
    [TestCase("FirstSecondKey", "Mapping")]
    public void A_composite_key_of_properties_named(string first, string second) => Compiles(WithKey(first, second));

    [TestCase("Todo", "class Todo", "")]
    [TestCase("Todo.Api", "class Todo", "")]
    [TestCase("App.Todo", "class Todo", "App")]
    [TestCase("App.@class.Todo", "class Todo", "App.@class")]
    [TestCase("Todo", "class Other", "")]
    public void A_root_namespace_of_the_name_of_a_type(string rootNamespace, string type, string space)
    {
        var run = GeneratorRun.On(
            ModelCompilation.Of($"using Relations;\n{(space.Length > 0 ? $"namespace {space};" : "")}\n[Entity] public {type} {{ public int Id {{ get; init; }} }}"), rootNamespace.Replace("@", "", StringComparison.Ordinal));
        var model = run.Output.GetSymbolsWithName("RelationsModel", SymbolFilter.Type).Single();

        Assert.That(run.Warnings.Where(static diagnostic => !undocumented.Contains(diagnostic.Id)), Is.Empty);
        Assert.That(model.ContainingNamespace.IsGlobalNamespace ? "" : model.ContainingNamespace.ToDisplayString(), Is.EqualTo(type == "class Other" ? rootNamespace : space));
    }

    [TestCaseSource(typeof(UnusualModels), nameof(UnusualModels.All))]
    public void A_model_with(string source) => Compiles("""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Relations;

        """ + source);

    private static string WithKey(string first, string second)
    {
        var (one, two) = (first.TrimStart('@'), second.TrimStart('@'));
        return $$"""
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using Relations;

            namespace Models;

            [Entity]
            public partial class Whole
            {
                [Key] public int {{first}} { get; init; }
                [Key] public string {{second}} { get; init; } = "";
                public string? Other0 { get; set; }
                [HasMany(KeyTo = "First, Second")] public partial IReadOnlyList<Part> Parts { get; }
                [HasOne(KeyTo = "First, Second")] public partial Part? Only { get; }
                [HasMany(through: typeof(Piece), ThroughKeyFrom = "WholeFirst, WholeSecond")] public partial IReadOnlyList<Part> Pieces { get; }
                [HasMany(through: typeof(Twin), ThroughKeyFrom = "{{one}}, {{two}}", ThroughKeyTo = "ToFirst, ToSecond")] public partial IReadOnlyList<Whole> Twins { get; }
            }

            [Entity]
            public partial class Part
            {
                public int Id { get; init; }
                public int? First { get; set; }
                public string? Second { get; set; }
                [BelongsTo(KeyFrom = "First, Second")] public partial Whole? Whole { get; }
                [HasMany(through: typeof(Piece), ThroughKeyTo = "WholeFirst, WholeSecond")] public partial IReadOnlyList<Whole> Wholes { get; }
            }

            [Entity]
            public partial class Piece
            {
                public int PartId { get; set; }
                public int WholeFirst { get; set; }
                public string WholeSecond { get; set; } = "";
                public int Weight { get; set; }
            }

            [Entity]
            public partial class Twin
            {
                public int {{first}} { get; set; }
                public string {{second}} { get; set; } = "";
                public int ToFirst { get; set; }
                public string ToSecond { get; set; } = "";
            }
            """;
    }

    private static void Compiles(string source)
    {
        var compilation = ModelCompilation.Of(source);
        var run = GeneratorRun.On(compilation);

        Assert.Multiple(() =>
        {
            Assert.That(Problems(compilation), Is.Empty);
            Assert.That(run.Warnings.Where(static diagnostic => !undocumented.Contains(diagnostic.Id)), Is.Empty);
        });
    }

    private static List<string> Problems(Compilation compilation) =>
    [
        .. compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(static type => type.IsEntity())
            .SelectMany(type => EntityParser.Parse(type, compilation, default).Problems)
            .Select(static problem => $"{problem.Kind} {string.Join(", ", problem.Arguments)}"),
    ];
}
