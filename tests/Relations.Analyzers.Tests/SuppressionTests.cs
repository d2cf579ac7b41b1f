using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>One rule of declarations and one of use stand for all; the catalogue holds that none refuses to be configured.</summary>
public sealed class SuppressionTests
{
    private const string Nullable = """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor Doctor { get; }
        }
        """;

    private const string KeyLess = """
        [Entity]
        public class Room;
        """;

    [Test]
    public async Task A_pragma_suppresses()
    {
        Assert.That(await IdsOf("#pragma warning disable REL0116\n" + Nullable), Is.Empty);
        Assert.That(await IdsOf("#pragma warning disable REL0001\n" + KeyLess), Is.Empty);
    }

    [Test]
    public async Task An_attribute_suppresses()
    {
        const string attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Relations\", \"REL0116\")] [BelongsTo]";
        Assert.That(await IdsOf(Nullable.Replace("[BelongsTo]", attribute, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_editorconfig_suppresses_and_raises()
    {
        Assert.That(await IdsOf(Nullable, "[*.cs]\ndotnet_diagnostic.REL0116.severity = none"), Is.Empty);
        Assert.That(await IdsOf(Nullable, "[*.cs]\ndotnet_diagnostic.REL0116.severity = error"), Is.EqualTo(["REL0116 Error"]));
        Assert.That(await IdsOf(KeyLess, "[*.cs]\ndotnet_diagnostic.REL0001.severity = none"), Is.Empty);
        Assert.That(await IdsOf(Nullable, "[*.cs]\ndotnet_analyzer_diagnostic.category-Relations.severity = none"), Is.Empty);
    }

    [Test]
    public async Task Without_any_of_these_it_is_reported()
    {
        Assert.That(await IdsOf(Nullable), Is.EqualTo(["REL0116 Warning"]));
        Assert.That(await IdsOf(KeyLess), Is.EqualTo(["REL0001 Error"]));
    }

    private static async Task<IEnumerable<string>> IdsOf(string code, string? editorConfig = null)
    {
        var project = TestProject.Create([("Test.cs", code), ("Doctor.cs", Models.Doctor)], editorConfig);
        return (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Where(static found => !found.IsSuppressed).Select(static found => $"{found.Id} {found.Severity}");
    }
}
