using System.Reflection;
using Microsoft.CodeAnalysis;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>Every rule, on the sample of its own mistake, gives way to a pragma, an attribute and an .editorconfig.</summary>
public sealed class SuppressionTests
{
    private static readonly string samples = Path.Combine(Repository.Root, "samples", "Diagnostics");

    private static IEnumerable<DiagnosticDescriptor> Catalogue { get; } =
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)];

    private static IEnumerable<string> Ids { get; } =
        [.. Directory.GetFiles(samples, "REL*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Test]
    public void Each_rule_that_is_reported_has_a_sample() =>
        Assert.That(Ids, Is.EqualTo(Catalogue.Select(static rule => rule.Id).Order(StringComparer.Ordinal)));

    [TestCaseSource(nameof(Ids))]
    public async Task Without_any_of_these_it_is_reported(string id) =>
        Assert.That(await ReportsOf(Sample(id)), Is.Not.Empty.And.All.EqualTo($"{id} {Catalogue.Single(rule => rule.Id == id).DefaultSeverity}"));

    [TestCaseSource(nameof(Ids))]
    public async Task A_pragma_suppresses(string id) =>
        Assert.That(await ReportsOf($"#pragma warning disable {id}\n{Sample(id)}"), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public async Task A_pragma_for_another_rule_does_not_suppress(string id) =>
        Assert.That(await ReportsOf($"#pragma warning disable REL9999\n{Sample(id)}"), Is.Not.Empty);

    [TestCaseSource(nameof(Ids))]
    public async Task An_attribute_suppresses(string id) =>
        Assert.That(await ReportsOf(Sample(id), attribute: $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"{Catalogue.Single(rule => rule.Id == id).Category}\", \"{id}\")]"), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public async Task The_editorconfig_suppresses(string id) =>
        Assert.That(await ReportsOf(Sample(id), $"[*.cs]\ndotnet_diagnostic.{id}.severity = none"), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public async Task The_editorconfig_sets_the_severity(string id)
    {
        Assert.That(await ReportsOf(Sample(id), $"[*.cs]\ndotnet_diagnostic.{id}.severity = warning"), Is.Not.Empty.And.All.EqualTo($"{id} Warning"));
        Assert.That(await ReportsOf(Sample(id), $"[*.cs]\ndotnet_diagnostic.{id}.severity = error"), Is.Not.Empty.And.All.EqualTo($"{id} Error"));
    }

    [TestCaseSource(nameof(Ids))]
    public async Task The_editorconfig_suppresses_a_family(string id) =>
        Assert.That(await ReportsOf(Sample(id), $"[*.cs]\ndotnet_analyzer_diagnostic.category-{Catalogue.Single(rule => rule.Id == id).Category}.severity = none"), Is.Empty);

    [Test]
    public async Task An_attribute_at_the_property_suppresses()
    {
        const string attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Relations\", \"REL0116\")] [BelongsTo]";
        Assert.That(await ReportsOf(Sample("REL0116").Replace("[BelongsTo]", attribute, StringComparison.Ordinal)), Is.Empty);
    }

    private static string Sample(string id) => File.ReadAllText(Path.Combine(samples, id + ".cs"));

    private static async Task<IEnumerable<string>> ReportsOf(string code, string? editorConfig = null, string attribute = "")
    {
        var project = TestProject.Create([("Test.cs", code), ("Suppressions.cs", attribute)], editorConfig);
        return (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Where(static found => !found.IsSuppressed).Select(static found => $"{found.Id} {found.Severity}");
    }
}
