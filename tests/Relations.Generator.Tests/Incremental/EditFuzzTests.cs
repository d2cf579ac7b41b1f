using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests.Incremental;

/// <summary>
/// Whatever is edited, a driver that remembers emits what one that knows nothing does: no edit is overlooked.
/// RELATIONS_FUZZ_EDITS asks for more edits of each project than the usual few.
/// </summary>
public sealed class EditFuzzTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Relations;

        """;

    /// <summary>A model whose names, keys and relations come from other files: constants, members of members, bases, strong types, other names for types.</summary>
    private const string Entangled = Usings + """
        using Marker = Relations.EntityAttribute;

        public static class Names { public const string First = "first" + Numbers.Suffix; public static int Second; }
        public static class Numbers { public const string Suffix = "1"; public const int Order = 2; }
        public class Named : NamedBase { public Deep Inner { get; set; } = null!; }
        public class NamedBase { public Deep Base { get; set; } = null!; }
        public class Deep { public int Third; public int ShopId; }
        public readonly record struct Key(int Value);
        public enum Colour : byte { Red, Green }
        public abstract class Record<T> { public T Id { get; init; } = default!; public Named Holder() => null!; [Column(Order = Numbers.Order)] public virtual string? Mark { get; set; } }
        [Marker] public partial class Shop : Record<int>
        {
            public string Name { get; set; } = "";
            [Column(Names.First)] public Key Strong { get; set; }
            [HasMany(KeyTo = nameof(Deep.ShopId))] public partial IReadOnlyList<Sale> Sales { get; }
            [HasMany(through: typeof(Sale), ThroughKeyTo = nameof(Named.Inner.Third))] public partial IReadOnlyList<Ware> Wares { get; }
            [HasMany(through: typeof(Shelf))] public partial IReadOnlyList<Ware> Shelves { get; }
        }
        [Entity] public partial class Sale { public int Id { get; set; } public int ShopId { get; set; } public int Third { get; set; } public Colour Colour { get; set; } [BelongsTo] public partial Shop? Shop { get; } }
        [EntityAttribute] public partial class Ware : Record<int> { public Key Strong { get; set; } [HasMany(through: typeof(Shelf))] public partial IReadOnlyList<Shop> Shops { get; } }
        [Entity] public partial class Shelf { public int ShopId { get; set; } public int WareId { get; set; } }
        [Entity] public partial class Pair { public int LeftId { get; set; } public int RightId { get; set; } }
        [Entity] public class Seat
        {
            private Seat(int leftId, int rightId, Colour colour = Colour.Green, string first = Names.First, int order = Numbers.Order, string third = nameof(Named.Inner.Third)) =>
                (LeftId, RightId, Colour, First, Order, Third) = (leftId, rightId, colour, first, order, third);
            public int Id { get; private set; }
            public int LeftId { get; }
            public int RightId { get; }
            public Colour Colour { get; }
            public string First { get; }
            public int Order { get; }
            public string Third { get; }
        }
        [Entity] public partial class Left { public int Id { get; set; } [HasMany(through: typeof(Pair))] public partial IReadOnlyList<Right> Rights { get; } [HasMany(through: typeof(Seat))] public partial IReadOnlyList<Right> Seats { get; } }
        [Entity] public partial class Right { public int Id { get; set; } }
        public interface IOwner { string Name { get; } }
        [Entity, Discriminator("person")] public partial class Person : IOwner { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Entity] public partial class Firm : IOwner { public int Id { get; set; } public string Name { get; set; } = ""; [HasMany(Polymorphic = true, Discriminator = "OwnerType", KeyTo = "OwnerId")] public partial IReadOnlyList<House> Houses { get; } }
        [Entity] public partial class House { public int Id { get; set; } public int OwnerId { get; set; } public string OwnerType { get; set; } = ""; [BelongsTo(Polymorphic = true)] public partial IOwner? Owner { get; } }
        public partial class Outer { public const string Table = "inner"; [Entity, Table(Table)] public partial class Nested { public int NestedId { get; set; } public partial class Deep { } } }
        """;

    private static readonly string Root = typeof(EditFuzzTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Snapshots").Value!;

    private static IEnumerable<string> Names => [nameof(Entangled), nameof(LargeModel), .. Directory.GetDirectories(Root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal), nameof(UnusualModels)];

    [TestCaseSource(nameof(Names))]
    public void No_edit_is_overlooked(string name)
    {
        foreach (var project in Projects(name))
        {
            Follow(project, Setting("RELATIONS_FUZZ_EDITS", 20) * (name == nameof(Entangled) ? 8 : 1), Setting("RELATIONS_FUZZ_SEED", 1));
        }
    }

    private static IEnumerable<EditedProject> Projects(string name) => name switch
    {
        nameof(Entangled) => [EditedProject.Of(Entangled)],
        nameof(LargeModel) => [EditedProject.Of(LargeModel.Of(8))],
        nameof(UnusualModels) => UnusualModels.All().Where((_, place) => place % 5 == 0).Select(static model => EditedProject.Of(Usings + (string)model.Arguments[0]!)),
        _ => [EditedProject.Of(File.ReadAllText(Path.Combine(Root, name, "Input.cs")))],
    };

    private static int Setting(string variable, int usual) => Environment.GetEnvironmentVariable(variable) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : usual;

    private static void Follow(EditedProject project, int edits, int seed)
    {
        var edit = new RandomEdit(project, new Random(seed));
        var driver = Driver();
        var history = new List<string>();
        for (var count = 0; count <= edits; count++)
        {
            driver = driver.RunGenerators(project.Compilation);
            var expected = Outcome(Driver().RunGenerators(project.Compilation.Clone()));

            if (!Outcome(driver).SequenceEqual(expected, StringComparer.Ordinal))
            {
                Assert.That(Outcome(driver), Is.EqualTo(expected), $"seed {seed}, edit {count}: {string.Join("\n", history.TakeLast(5))}\n{string.Join("\n----\n", project.Trees)}");
            }

            history.Add(edit.Do());
        }
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new RelationsGenerator().AsSourceGenerator()], parseOptions: ModelCompilation.ParseOptions());

    /// <summary>All that came of a run, in an order of its own.</summary>
    private static List<string> Outcome(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results[0];
        return [.. result.GeneratedSources.Select(static file => $"{file.HintName}\n{file.SourceText}").Order(StringComparer.Ordinal).Append(result.Exception?.Message ?? "")];
    }
}
