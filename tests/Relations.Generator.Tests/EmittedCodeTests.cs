using System.Reflection;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>Emitted code at work: rows become entities by every way there is to make and fill one, and records stay what they are.</summary>
public sealed class EmittedCodeTests
{
    private const string Models = """
        using System.Collections.Generic;
        using Relations;

        namespace Models;

        [Entity]
        public class Hidden
        {
            private Hidden(string name) => Name = name;
            public int Id { get; private set; }
            public string Name { get; }
            public long Size { get; init; }
            public double Weight { get; set; }
            [HasMany] public IReadOnlyList<Child>? Children { get; init; }
            [HasMany] public Child[]? Array { get; private set; }
        }

        [Entity]
        public class Optional
        {
            private Optional(int id, string name = "x") => (Id, Name) = (id, name);
            public int Id { get; }
            public string Name { get; }
        }

        public abstract class Base
        {
            public int Id { get; protected set; }
        }

        [Entity]
        public class Derived : Base
        {
            public required string Name { get; init; }
        }

        [Entity]
        public partial record Child(int Id, int HiddenId, string Name = "x")
        {
            [BelongsTo] public partial Hidden? Hidden { get; }
        }

        [Entity]
        public partial record Aged(int Id, int HiddenId)
        {
            [System.Obsolete("gone", true)] public string Old { get; set; } = "";
            [BelongsTo] public partial Hidden? Hidden { get; }
        }

        public static class Check
        {
            public static string Print() => new Child(1, 2).ToString();

            public static bool RelationsAreNoPartOfEquality()
            {
                var child = new Child(1, 2);
                var other = new Child(1, 2);
                other.hiddenSlot.Load(null);
                return child == other && child.GetHashCode() == other.GetHashCode();
            }

            public static bool WithKeepsRelations()
            {
                var child = new Child(1, 2);
                child.hiddenSlot.Load(null);
                return (child with { Name = "y" }).IsLoaded(c => c.Hidden);
            }
        }
        """;

    private Assembly assembly = null!;

    [OneTimeSetUp]
    public void Compile()
    {
        var run = GeneratorRun.On(ModelCompilation.Of(Models));
        using var stream = new MemoryStream();
        var result = run.Output.Emit(stream);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics));
        assembly = Assembly.Load(stream.ToArray());
    }

    [Test]
    public void A_name_of_small_letters_is_the_models_own_matter()
    {
        var run = GeneratorRun.On(ModelCompilation.Of("""
            #pragma warning disable CS8981
            using Relations;
            namespace Models;
            [Entity] public partial class shop { public int Id { get; init; } public int? NextId { get; set; } [BelongsTo(KeyFrom = nameof(NextId))] public partial shop? Next { get; } }
            """));

        Assert.That(run.Warnings.Select(static warning => warning.Id).Where(static id => id != "CS1591"), Is.Empty);
    }

    [TestCase("[System.ComponentModel.DataAnnotations.Schema.Column(TypeName = \"text\")] public Grade Grade { get; set; }", "public Grade Grade { get; set; }", "Grade", ExpectedResult = false)]
    [TestCase("public Grade Grade { get; set; }", "public Grade Grade { get; set; }", "Grade", ExpectedResult = true)]
    [TestCase("[System.ComponentModel.DataAnnotations.Schema.Column(TypeName = \"jsonb\")] public string Text { get; set; } = \"\";", "public string Text { get; set; } = \"\";", "Text", ExpectedResult = false)]
    [TestCase("[System.ComponentModel.DataAnnotations.Schema.Column(TypeName = \"varchar(9)\")] public string Text { get; set; } = \"\";", "public string Text { get; set; } = \"\";", "Text", ExpectedResult = true)]
    public bool Targets_of_several_types_have_in_common_what_is_stored_alike(string first, string second, string property)
    {
        var run = GeneratorRun.On(ModelCompilation.Of($$"""
            using System.Collections.Generic;
            using Relations;
            namespace Models;
            public enum Grade { Low, High }
            public interface IPrize { int Id { get; } Grade Grade { get => default; } string Text { get => ""; } }
            [Entity] public class Cup : IPrize { public int Id { get; set; } {{first}} }
            [Entity] public class Medal : IPrize { public int Id { get; set; } {{second}} }
            [Entity] public class Win { public int Id { get; set; } public int WinnerId { get; set; } public int PrizeId { get; set; } public string PrizeType { get; set; } = ""; }
            [Entity] public partial class Winner { public int Id { get; set; } [HasMany(through: typeof(Win), Polymorphic = true, ThroughKeyTo = "PrizeId", Discriminator = "PrizeType")] public partial IReadOnlyList<IPrize> Prizes { get; } }
            """));
        Assert.That(run.Warnings.Select(static warning => warning.Id).Where(static id => id != "CS1591"), Is.Empty);
        return run.Output.GetTypeByMetadataName("Models.WinnerPrizesProperties")!.GetMembers(property).Length > 0;
    }

    [Test]
    public void Reads_through_a_private_constructor_and_private_setters()
    {
        var hidden = Read("Hidden");

        Assert.That(Values(hidden, "Id", "Name", "Size", "Weight"), Is.EqualTo(new object[] { 5, "text", 7L, 10d }));
    }

    [Test]
    public void Reads_what_a_base_class_keeps_to_itself() => Assert.That(Values(Read("Derived"), "Id", "Name"), Is.EqualTo(new object[] { 5, "text" }));

    [Test]
    public void Reads_by_a_private_constructor_with_an_optional_parameter() => Assert.That(Values(Read("Optional"), "Id", "Name"), Is.EqualTo(new object[] { 5, "text" }));

    [Test]
    public void Reads_a_positional_record() => Assert.That(Values(Read("Child"), "Id", "HiddenId", "Name"), Is.EqualTo(new object[] { 5, 5, "text" }));

    [Test]
    public void Reads_and_prints_what_only_obsolete_code_may_use()
    {
        var aged = Read("Aged");

        Assert.That(Values(aged, "Id", "Old"), Is.EqualTo(new object[] { 5, "text" }));
        Assert.That(aged.ToString(), Is.EqualTo("Aged { Id = 5, HiddenId = 5, Old = text }"));
    }

    [TestCase("Children")]
    [TestCase("Array")]
    public void Fills_relations_that_have_no_setter_to_call(string relation)
    {
        var definition = Definition("Hidden").GetType();
        var hidden = Read("Hidden");
        var list = Activator.CreateInstance(typeof(List<>).MakeGenericType(assembly.GetType("Models.Child")!))!;
        var value = relation == "Array" ? list.GetType().GetMethod("ToArray")!.Invoke(list, []) : list;

        definition.GetMethod("Set" + relation, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [hidden, value]);

        Assert.That(Values(hidden, relation), Is.EqualTo(new[] { value }));
    }

    [Test]
    public void A_record_prints_no_relations() => Assert.That(Check("Print"), Is.EqualTo("Child { Id = 1, HiddenId = 2, Name = x }"));

    [Test]
    public void Relations_are_no_part_of_a_records_equality() => Assert.That(Check("RelationsAreNoPartOfEquality"), Is.True);

    [Test]
    public void With_keeps_relations() => Assert.That(Check("WithKeepsRelations"), Is.True);

    private object? Check(string method) => assembly.GetType("Models.Check")!.GetMethod(method)!.Invoke(null, []);

    private object Definition(string entity) =>
        assembly.GetType($"Models.{entity}Definition")!.GetField("Instance", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;

    private object Read(string entity)
    {
        var definition = Definition(entity);
        return definition.GetType().GetMethod("Read")!.MakeGenericMethod(typeof(SampleRow)).Invoke(definition, [default(SampleRow)])!;
    }

    private static object?[] Values(object entity, params string[] properties) => Array.ConvertAll(properties, name => entity.GetType().GetProperty(name)!.GetValue(entity));
}
