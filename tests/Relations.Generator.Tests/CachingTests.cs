using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>An edit costs work only where it changes what is emitted.</summary>
public sealed class CachingTests
{
    private const string Doctor = """
        using System.Collections.Generic;
        using Relations;
        namespace Clinic;
        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public string Name { get; set; } = "";
            [HasMany(through: typeof(Appointment))] public partial IReadOnlyList<Patient> Patients { get; }
        }
        """;

    private const string Patient = """
        using Relations;
        namespace Clinic;
        [Entity]
        public partial class Patient { public int Id { get; init; } }
        """;

    private const string Appointment = """
        using Relations;
        namespace Clinic;
        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """;

    private static readonly object[] CachedReasons = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private GeneratorRun first = null!;

    [SetUp]
    public void Run_first() =>
        first = GeneratorRun.On(ModelCompilation.Of([("Doctor.cs", Doctor), ("Patient.cs", Patient), ("Appointment.cs", Appointment)]));

    [Test]
    public void The_first_run_is_new()
    {
        Assert.Multiple(() =>
        {
            Assert.That(first.Reasons(TrackingNames.Entities), Has.Exactly(3).EqualTo(IncrementalStepRunReason.New));
            Assert.That(first.Reasons(TrackingNames.Summaries), Is.EqualTo(new[] { IncrementalStepRunReason.New }));
            Assert.That(first.OutputReasons, Has.All.EqualTo(IncrementalStepRunReason.New));
        });
    }

    [Test]
    public void The_same_input_is_cached() => AssertCached(first.Again(static same => same));

    [Test]
    public void An_unrelated_file_changes_nothing() =>
        AssertCached(first.Again(static compilation => compilation.AddSyntaxTrees(Parse("Other.cs", "class Other;"))));

    [Test]
    public void Shifted_lines_change_nothing() =>
        AssertCached(first.Again(static compilation => Replace(compilation, "Doctor.cs", "// a comment\n\n" + Doctor)));

    [Test]
    public void A_body_changes_nothing() =>
        AssertCached(first.Again(static compilation => Replace(compilation, "Doctor.cs", Doctor.Replace("\n}", "\n    public int Age() => 42;\n}", StringComparison.Ordinal))));

    [Test]
    public void What_a_model_in_another_file_warns_of_changes_what_is_emitted()
    {
        const string ids = "namespace Clinic; static class Ids { public const string Mood = \"WARD001\"; }";
        const string mood = "namespace Clinic; [System.Diagnostics.CodeAnalysis.Experimental(Ids.Mood)] public enum Mood { Good }";
        const string patient = "using Relations; namespace Clinic; [System.Obsolete(Ids.Mood)] [Entity] public class Patient { public int Id { get; init; } public Mood Mood { get; set; } }";
        var before = GeneratorRun.On(ModelCompilation.Of([("Doctor.cs", Doctor), ("Patient.cs", patient), ("Appointment.cs", Appointment), ("Mood.cs", mood), ("Ids.cs", ids)]));

        var after = before.Again(static compilation => Replace(compilation, "Ids.cs", ids.Replace("WARD001", "WARD002", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(before.Files.Where(static file => file.Text.Contains("WARD001", StringComparison.Ordinal)).Select(static file => file.HintName), Is.EquivalentTo(["Clinic.Doctor.g.cs", "Clinic.Patient.g.cs"]));
            Assert.That(after.Files.Where(static file => file.Text.Contains("WARD002", StringComparison.Ordinal)).Select(static file => file.HintName), Is.EquivalentTo(["Clinic.Doctor.g.cs", "Clinic.Patient.g.cs"]));
            Assert.That(after.Files.Where(static file => file.Text.Contains("WARD001", StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public void A_relation_of_another_entity_changes_the_names_that_are_free()
    {
        const string order = "using System.Collections.Generic; using Relations; namespace Clinic; [Entity] public class Order { public int Id { get; init; } [HasMany] public List<Line>? Rows { get; set; } }";
        const string item = "using System.Collections.Generic; using Relations; namespace Clinic; [Entity] public class OrderItem { public int Id { get; init; } [HasMany] public List<Line>? Lines { get; set; } }";
        const string line = "using Relations; namespace Clinic; [Entity] public class Line { public int Id { get; init; } public int OrderId { get; set; } public int OrderItemId { get; set; } }";
        var before = GeneratorRun.On(ModelCompilation.Of([("Order.cs", order), ("OrderItem.cs", item), ("Line.cs", line)]));

        var after = before.Again(static compilation => Replace(compilation, "Order.cs", order.Replace("Rows", "ItemLines", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(before.Files.Single(static file => file.HintName == "Clinic.OrderItem.g.cs").Text, Does.Contain("OrderItemLinesRelation"));
            Assert.That(after.Files.Single(static file => file.HintName == "Clinic.OrderItem.g.cs").Text, Does.Not.Contain("OrderItemLinesRelation"));
        });
    }

    [Test]
    public void A_through_model_in_another_file_changes_the_relations_through_it()
    {
        var second = first.Again(static compilation => Replace(compilation, "Appointment.cs", Appointment.Replace("\n}", "\n    public string? Note { get; set; }\n}", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(second.Reasons(TrackingNames.Entities).Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(2), "the through model and its relation's source");
            Assert.That(second.Reasons(TrackingNames.Entities).Count(static reason => CachedReasons.Contains(reason)), Is.EqualTo(1), "the target");
            Assert.That(second.Reasons(TrackingNames.Summaries), Is.Not.Empty.And.All.AnyOf(CachedReasons));
        });
    }

    [Test]
    public void A_renamed_column_changes_its_entity_alone()
    {
        var second = first.Again(static compilation => Replace(compilation, "Doctor.cs", Doctor.Replace("string Name", "string FullName", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(second.Reasons(TrackingNames.Entities).Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(1));
            Assert.That(second.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_naming_convention_changes_every_entity_and_an_edit_beside_it_none()
    {
        const string naming = "[assembly: Relations.RelationsNaming(Relations.NamingConvention.SnakeCase)]";
        var second = first.Again(static compilation => compilation.AddSyntaxTrees(Parse("Naming.cs", naming)));

        Assert.Multiple(() =>
        {
            Assert.That(second.Reasons(TrackingNames.Entities), Has.Exactly(3).Items.And.All.EqualTo(IncrementalStepRunReason.Modified));
            Assert.That(second.Reasons(TrackingNames.Summaries), Is.Not.Empty.And.All.AnyOf(CachedReasons), "names of types stay");
        });
        AssertCached(second.Again(static compilation => compilation.AddSyntaxTrees(Parse("Naming.cs", naming + "// a comment"), Parse("Other.cs", "[assembly: System.Reflection.AssemblyTitle(\"Clinic\")]"))));
    }

    [TestCase("var {0} = 1;")]
    [TestCase("var (other, {0}) = (1, 2);")]
    [TestCase("_ = int.TryParse(\"1\", out var {0});")]
    [TestCase("static void {0}() {{ }}")]
    public void A_name_of_the_programs_own_hides_what_an_attribute_in_another_file_says(string statement)
    {
        const string naming = "[assembly: Relations.RelationsNaming(Relations.NamingConvention.SnakeCase)]";
        var snake = first.Again(compilation => compilation.AddSyntaxTrees(Parse("Naming.cs", naming), Parse("Program.cs", Program("number"))));
        var hidden = snake.Again(compilation => Replace(compilation, "Program.cs", Program("Relations")));
        var restored = hidden.Again(compilation => Replace(compilation, "Program.cs", Program("number")));

        Assert.Multiple(() =>
        {
            Assert.That(hidden.Reasons(TrackingNames.Entities), Has.Exactly(3).Items.And.All.EqualTo(IncrementalStepRunReason.Modified), "the file of the convention does not compile meanwhile");
            Assert.That(restored.Reasons(TrackingNames.Entities), Has.Exactly(3).Items.And.All.EqualTo(IncrementalStepRunReason.Modified));
        });

        string Program(string name) => string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, name);
    }

    [Test]
    public void A_new_entity_changes_the_projects_model()
    {
        var second = first.Again(static compilation => compilation.AddSyntaxTrees(Parse("Nurse.cs", "[Relations.Entity] public class Nurse { public int Id { get; set; } }")));

        Assert.Multiple(() =>
        {
            Assert.That(second.Reasons(TrackingNames.Summaries), Is.EqualTo(new[] { IncrementalStepRunReason.Modified }));
            Assert.That(second.Reasons(TrackingNames.Entities).Count(static reason => reason == IncrementalStepRunReason.New), Is.EqualTo(1));
        });
    }

    [TestCase("public class Helper { public int Count => 1; }", "public class Helper { public int Sum => 2; }", TestName = "A_property_of_a_class_beside_the_entities_has_none_parsed")]
    [TestCase("public class Helper { public int Count() => 1; }", "public class Helper { public int Count() => 2; }", TestName = "A_body_has_no_entity_parsed")]
    public void An_edit_that_no_entity_depends_on_has_none_parsed(string before, string after)
    {
        var run = first.Again(compilation => compilation.AddSyntaxTrees(Parse("Helper.cs", before)));

        Assert.That(run.Again(compilation => Replace(compilation, "Helper.cs", after)).Reasons(TrackingNames.Tracked), Has.Exactly(3).Items.And.All.EqualTo(IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void An_edit_has_those_parsed_that_looked_into_the_file()
    {
        const string nurse = "[Relations.Entity] public class Nurse { public int Id { get; set; } }";
        var second = first.Again(static compilation => compilation.AddSyntaxTrees(Parse("Nurse.cs", nurse)));

        Assert.Multiple(() =>
        {
            Assert.That(Modified(second.Again(static compilation => Replace(compilation, "Nurse.cs", "// a comment\n" + nurse))), Is.EqualTo(1));
            Assert.That(Modified(second.Again(static compilation => Replace(compilation, "Patient.cs", "// a comment\n" + Patient))), Is.EqualTo(3));
        });

        static int Modified(GeneratorRun run) => run.Reasons(TrackingNames.Tracked).Count(static reason => reason == IncrementalStepRunReason.Modified);
    }

    [TestCase("global using Marker = Relations.EntityAttribute;", "[Marker] public class Nurse { public int Id { get; set; } }")]
    [TestCase("class Unrelated;", "using Marker = Relations.EntityAttribute; [Marker] public class Nurse { public int Id { get; set; } }")]
    [TestCase("class Unrelated;", "using MarkerAttribute = Relations.EntityAttribute; [Marker] public class Nurse { public int Id { get; set; } }")]
    [TestCase("class Unrelated;", "[global::Relations.EntityAttribute] public class Nurse { public int Id { get; set; } }")]
    public void An_entity_is_recognised_by_any_name_of_its_attribute(string other, string entity)
    {
        var second = first.Again(compilation => compilation.AddSyntaxTrees(Parse("Other.cs", other), Parse("Nurse.cs", entity)));

        Assert.That(second.Files.Select(static file => file.HintName), Does.Contain("Nurse.g.cs"));
    }

    private static void AssertCached(GeneratorRun run)
    {
        Assert.Multiple(() =>
        {
            Assert.That(run.Reasons(TrackingNames.Entities), Is.Not.Empty.And.All.AnyOf(CachedReasons));
            Assert.That(run.Reasons(TrackingNames.Summaries), Is.Not.Empty.And.All.AnyOf(CachedReasons));
            Assert.That(run.Reasons(TrackingNames.Project), Is.Not.Empty.And.All.AnyOf(CachedReasons));
            Assert.That(run.OutputReasons, Is.Not.Empty.And.All.EqualTo(IncrementalStepRunReason.Cached));
        });
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ModelCompilation.ParseOptions(), path);

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(path, text));
}
