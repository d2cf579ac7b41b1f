using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests;

/// <summary>Holds ids, descriptors, pages, release files, test classes and analyzers together.</summary>
public sealed class CatalogueTests
{
    private static readonly string root = Repository.Root;

    private static IEnumerable<(string Name, DiagnosticDescriptor Rule)> Catalogue { get; } =
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (field.Name, (DiagnosticDescriptor)field.GetValue(null)!))];

    [Test]
    public void Each_id_has_a_rule_of_its_name() => Assert.That(
        typeof(RuleIds).GetFields().Select(static field => (field.Name, (string)field.GetRawConstantValue()!)),
        Is.EqualTo(Catalogue.Select(static entry => (entry.Name, entry.Rule.Id))));

    [Test]
    public void Each_rule_is_reported_by_one_analyzer() => Assert.That(
        AnalyzerSet.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Order(StringComparer.Ordinal),
        Is.EqualTo(Catalogue.Select(static entry => entry.Rule.Id).Order(StringComparer.Ordinal)));

    [Test]
    public void Each_rule_has_a_page_with_its_title_family_and_severity() => Assert.Multiple(() =>
    {
        foreach (var (_, rule) in Catalogue)
        {
            var path = Path.Combine(root, "docs", "rules", rule.Id + ".md");
            Assert.That(path, Does.Exist);
            var page = File.ReadAllText(path);
            Assert.That(page, Does.StartWith($"# {rule.Id}: {rule.Title}\n\n{rule.Category}, {rule.DefaultSeverity.ToString().ToLowerInvariant()}.\n"), rule.Id);
            Assert.That(page, Does.Contain("\n## What\n").And.Contain("\n## Why\n").And.Contain("\n## Bad\n").And.Contain("\n## Good\n").And.Contain("\n## Suppress\n"), rule.Id);
            Assert.That(page, Does.Contain($"#pragma warning disable {rule.Id}").And.Contain($"[SuppressMessage(\"{rule.Category}\", \"{rule.Id}\")]").And.Contain($"dotnet_diagnostic.{rule.Id}.severity"), rule.Id);
            Assert.That(rule.HelpLinkUri, Is.EqualTo($"https://github.com/relations-dotnet/relations/blob/main/docs/rules/{rule.Id}.md"));
        }
    });

    [Test]
    public void Each_page_is_of_a_rule() => Assert.That(
        Directory.GetFiles(Path.Combine(root, "docs", "rules"), "REL*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Is.EqualTo(Catalogue.Select(static entry => entry.Rule.Id).Order(StringComparer.Ordinal)));

    [Test]
    public void Each_rule_is_in_the_release_files()
    {
        var released = string.Join("\n", Directory.GetFiles(Path.Combine(root, "analyzers", "Relations.Analyzers"), "AnalyzerReleases.*.md").Select(File.ReadAllText));
        Assert.Multiple(() =>
        {
            foreach (var (_, rule) in Catalogue)
            {
                Assert.That(released, Does.Contain($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"));
            }
        });
    }

    [Test]
    public void Each_rule_has_a_test_class_that_reports_and_is_silent() => Assert.Multiple(() =>
    {
        foreach (var (name, _) in Catalogue)
        {
            var tests = typeof(CatalogueTests).Assembly.GetTypes().SingleOrDefault(type => type.Name == name + "Tests")?.GetMethods().Select(static method => method.Name).ToList();
            Assert.That(tests, Is.Not.Null.And.Some.StartsWith("Reports_").And.Some.StartsWith("Is_silent_"), name);
        }
    });

    [Test]
    public void Each_fix_is_tested_alone_and_for_all() => Assert.Multiple(() =>
    {
        foreach (var id in Rule.Fixes.SelectMany(static fix => fix.FixableDiagnosticIds).Distinct(StringComparer.Ordinal))
        {
            var name = Catalogue.Single(entry => entry.Rule.Id == id).Name;
            var tests = typeof(CatalogueTests).Assembly.GetTypes().Single(type => type.Name == name + "Tests").GetMethods().Select(static method => method.Name);
            Assert.That(tests, Has.Some.StartsWith("Is_fixed_").And.Some.StartsWith("All_are_fixed"), name);
        }
    });

    [Test]
    public void Every_rule_can_be_suppressed() => Assert.That(
        Catalogue.Where(static entry => entry.Rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable, StringComparer.Ordinal)), Is.Empty);
}
