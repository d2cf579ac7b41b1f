using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>Where the compiler itself cannot make out what is meant, as while somebody is typing, no rule gives advice.</summary>
public sealed class UnfinishedCodeTests
{
    [TestCase("[HasMany(through: typeof(Treats),)]")]
    [TestCase("[HasMany(through: typeof(Treats), Thr)]")]
    [TestCase("[HasMany(through: typeof(Treats), ThroughKeyFrom)]")]
    [TestCase("[HasMany(through: typeof(Treats), ThroughKeyFrom =)]")]
    [TestCase("[HasMany(through: typeof(Treats), ThroughKeyFrom = nameof(Treats.))]")]
    [TestCase("[HasMany(through: )]")]
    [TestCase("[HasMany(through: Treats)]")]
    [TestCase("[HasMany(through: \"Treats\")]")]
    [TestCase("[HasMany(throught: typeof(Treats))]")]
    [TestCase("[HasMany(typeof(Treats), typeof(Patient))]")]
    [TestCase("[HasMany(through: typeof(Missing))]")]
    public Task Of_an_attribute_that_is_not_clear(string attribute) => IsSilent(Doctor($"{attribute} public partial IReadOnlyList<Patient> Patients {{ get; }}"));

    [TestCase("[BelongsTo(nameof(MentorId))]")]
    [TestCase("[BelongsTo(KeyFrom =)]")]
    [TestCase("[BelongsTo(KeyFrom = nameof(Doctor.))]")]
    [TestCase("[Missing.BelongsTo]")]
    public Task Of_a_belongs_to_that_is_not_clear(string attribute) => IsSilent(Doctor($"public int? MentorId {{ get; set; }} {attribute} public Doctor? Mentor {{ get; set; }}"));

    [TestCase("public int? ClinicId { get; set; } [BelongsTo] public partial Missing? Clinic { get; }")]
    [TestCase("public int? ClinicId { get; set; } [BelongsTo] public partial Missing Clinic { get; }")]
    [TestCase("[HasOne] public partial Missing? Clinic { get; }")]
    [TestCase("[HasMany] public partial IReadOnlyList<Missing> Clinics { get; }")]
    [TestCase("[HasMany] public partial HashSet<Missing> Clinics { get; }")]
    [TestCase("[HasMany] public partial Missing[] Clinics { get; }")]
    [TestCase("[HasMany(through: typeof(Treats))] public partial IReadOnlyL")]
    [TestCase("[HasMany(through: typeof(Treats))] public partial IReadOnlyList<Patient> Pat")]
    [TestCase("[HasMany(through: typeof(Treats))] public partial IReadOnlyList<Patient> Patients {")]
    [TestCase("[Key] public int Numb")]
    public Task Of_a_property_that_has_no_end(string property) => IsSilent(Doctor(property));

    [Test]
    public Task Of_columns_that_are_not_clear() => IsSilent(Doctor("").Replace("[Entity] public class Treats", "[Entity(Unique = [nameof(Treats.)])] public class Treats", StringComparison.Ordinal));

    [Test]
    public Task Of_an_entity_whose_attribute_is_not_known() => IsSilent(
        Doctor("[HasMany(through: typeof(Treats))] public partial IReadOnlyList<Patient> Patients { get; }").Replace("[Entity] public class Treats", "[Missing.Entity] public class Treats", StringComparison.Ordinal));

    private static string Doctor(string property) => $$"""
        namespace Clinic;

        [Entity] public partial class Doctor
        {
            public int Id { get; init; }
            {{property}}
        }

        [Entity] public class Patient
        {
            public int Id { get; init; }
        }

        [Entity] public class Treats
        {
            [Key] public int DoctorId { get; set; }
            [Key] public int PatientId { get; set; }
        }
        """;

    private static async Task IsSilent(string code)
    {
        var project = TestProject.Create([("Test.cs", code)]);
        var compilation = await TestProject.CompileAsync(project);
        Assert.That(compilation.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.True, "the compiler speaks of it");
        Assert.That(string.Join("\n", await TestProject.AnalyzeAsync(project, compilation)), Is.Empty);
    }
}
