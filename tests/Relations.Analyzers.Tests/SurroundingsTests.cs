extern alias fixes;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>Models in other files, parts and projects, and code that is not finished.</summary>
public sealed class SurroundingsTests
{
    private const string Doctor = """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """;

    [Test]
    public Task A_change_in_another_file_is_seen() => new Rule(RuleIds.ThroughModelLacksSourceKey).Reports(
        Doctor, Models.Patient, Models.Appointment.Replace("DoctorId", "PhysicianId", StringComparison.Ordinal));

    [Test]
    public Task A_type_in_several_files_is_one() => new Rule(RuleIds.ThroughModelLacksSourceKey).Reports(
        "namespace Clinic; [Entity] public partial class Doctor { public int Id { get; init; } }",
        "namespace Clinic; public partial class Doctor { [HasMany(through: [|typeof(Appointment)|])] public partial IReadOnlyList<Patient> Patients { get; } }",
        Models.Patient,
        "namespace Clinic; [Entity] public partial class Appointment { public int Id { get; init; } }",
        "namespace Clinic; public partial class Appointment { public int PatientId { get; set; } public DateTime At { get; set; } }");

    [Test]
    public async Task Models_of_another_project_are_known()
    {
        var found = await FoundWithLibrary(Markup.Parse(Doctor, "").Code, [("Patient.cs", Models.Patient), ("Appointment.cs", Models.Appointment.Replace("DoctorId", "PhysicianId", StringComparison.Ordinal))]);
        Assert.That(found, Is.EqualTo(["REL0101 Test.cs"]));
    }

    [Test]
    public async Task Models_of_another_project_are_repaired_there()
    {
        var appointment = Models.Appointment.Replace("DoctorId", "PhysicianId", StringComparison.Ordinal).Replace("public int Id", "public Guid Id", StringComparison.Ordinal);
        var project = TestProject.Create([("Test.cs", Markup.Parse(Doctor, "").Code.Replace("int Id", "Guid Id", StringComparison.Ordinal))], library: [("Patient.cs", Models.Patient), ("Appointment.cs", appointment)]);
        var found = (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Single();
        var actions = new List<CodeAction>();
        await new fixes::Relations.CodeFixes.AddForeignKeyFix().RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(found.Location.SourceTree)!, found, (action, _) => actions.Add(action), default));
        var changed = (await actions.Single().GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var text = (await changed.Projects.SelectMany(static other => other.Documents).Single(static document => document.Name == "Appointment.cs").GetTextAsync()).ToString();
        Assert.That(text, Does.Contain("public DateTime At { get; set; } public Guid DoctorId { get; set; }"));
        Assert.That(await TestProject.AnalyzeAsync(changed.GetProject(project.Id)!, await TestProject.CompileAsync(changed.GetProject(project.Id)!)), Is.Empty);
    }

    [Test]
    public async Task What_is_wrong_with_an_inherited_property_of_another_project_is_reported_on_the_entity()
    {
        var found = await FoundWithLibrary("[Entity] public class Room : Place { public int Id { get; init; } }", [("Place.cs", "public class Place { public Uri? Site { get; set; } }")]);
        Assert.That(found, Is.EqualTo(["REL0003 Test.cs"]));
    }

    [TestCase("[Entity] public partial class Doctor { public int Id { get; init; } [HasMany(through: typeof())] public partial IReadOnlyList<Patient> Patients { get; } }")]
    [TestCase("[Entity] public partial class Doctor { public int Id { get; init; } [HasMany(through: ] public partial IReadOnlyList<Patient> Patients { get; } }")]
    [TestCase("[Entity] public partial class Doctor { public int Id { get; init; } [HasMany(through: typeof(Missing), KeyFrom = )] public partial IReadOnlyList<> Patients { get; } }")]
    [TestCase("[Entity] public partial class Doctor { public int Id { get; init; } public int Id { get; init; } [HasMany] [HasMany] public partial IReadOnlyList<Doctor> Doctors { get; } }")]
    [TestCase("[Entity, Entity] public partial class Doctor { public int Id { get; } [BelongsTo(KeyFrom = nameof())] public partial Doctor }")]
    [TestCase("[Entity] public partial class")]
    [TestCase("[Entity(Unique = [null, \"\", nameof(])] public partial record Doctor(int Id, IReadOnlyList<Doctor")]
    [TestCase("[Entity] public partial class Doctor : Doctor { [HasMany(null)] public Doctor[] Doctors { get; set; } }")]
    [TestCase("class A { async void M(Doctors d) { foreach (var x in await d.) { x.Patients; } d.Where(; if (d. == ) } }")]
    public async Task Half_typed_code_is_survived(string code)
    {
        var project = TestProject.Create([("Test.cs", code), ("Patient.cs", Models.Patient)]);
        var compilation = await TestProject.CompileAsync(project);
        Assert.That(async () => await TestProject.AnalyzeAsync(project, compilation), Throws.Nothing);
        Assert.That(compilation.GetDiagnostics().Select(static found => found.Id), Has.None.EqualTo("CS8785"));
    }

    private static async Task<IEnumerable<string>> FoundWithLibrary(string code, IEnumerable<(string, string)> library)
    {
        var project = TestProject.Create([("Test.cs", code)], library: library);
        return (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Select(static found => $"{found.Id} {Path.GetFileName(found.Location.SourceTree?.FilePath)}");
    }
}
