using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>In a model of many entities an edit has only those files written anew whose text it changes.</summary>
public sealed class LargeModelTests
{
    private const int Entities = 30;

    private GeneratorRun first = null!;

    [SetUp]
    public void Run_first() => first = GeneratorRun.On(LargeModel.Of(Entities));

    [Test]
    public void Each_entity_has_a_file_and_the_project_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(first.Warnings.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
            Assert.That(first.Files.Select(static file => file.HintName), Is.EquivalentTo(LargeModel.Entities(Entities).Select(static entity => $"Large.{entity}.g.cs").Append("RelationsModel.g.cs")));
        });
    }

    [Test]
    public void A_renamed_column_writes_its_entitys_file_anew() =>
        Assert.That(WrittenAnew(LargeModel.RenameColumn), Is.EqualTo(new[] { "Large.Author0.g.cs" }));

    [Test]
    public void A_renamed_column_of_a_through_model_writes_the_files_anew_whose_links_carry_it() =>
        Assert.That(WrittenAnew(LargeModel.RenameThroughColumn), Is.EquivalentTo(new[] { "Large.Authorship0.g.cs", "Large.Author0.g.cs" }));

    [Test]
    public void A_new_entity_writes_its_own_file_and_the_projects() =>
        Assert.That(
            WrittenAnew(static compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Large; [Entity] public class Reader { public int Id { get; set; } }", ModelCompilation.ParseOptions(), "Reader.cs"))),
            Is.EquivalentTo(new[] { "Large.Reader.g.cs", "RelationsModel.g.cs" }));

    [Test]
    public void An_entity_that_joins_a_file_before_others_writes_its_own_file_and_the_projects() =>
        Assert.That(
            WrittenAnew(static compilation => compilation.Edit(LargeModel.AuthorFile, static text => text.Replace("[Entity]", "[Entity] public class Reader { public int Id { get; set; } }\n[Entity]", StringComparison.Ordinal))),
            Is.EquivalentTo(new[] { "Large.Reader.g.cs", "RelationsModel.g.cs" }));

    [Test]
    public void A_file_that_is_removed_writes_nothing_anew_but_what_spoke_of_it() =>
        Assert.That(
            WrittenAnew(static compilation => compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(static tree => tree.FilePath == LargeModel.OtherFile))),
            Is.Empty);

    [Test]
    public void Shifted_lines_write_nothing_anew() => Assert.That(WrittenAnew(LargeModel.ShiftLines), Is.Empty);

    [Test]
    public void A_file_without_entities_writes_nothing_anew() => Assert.That(WrittenAnew(LargeModel.EditOther), Is.Empty);

    /// <summary>The files that a second run wrote; all of them differ from those of the first.</summary>
    private List<string> WrittenAnew(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var second = first.Again(edit);
        var before = first.Result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText, StringComparer.Ordinal);
        var anew = second.Result.GeneratedSources.Where(file => !before.TryGetValue(file.HintName, out var text) || !ReferenceEquals(text, file.SourceText)).ToList();
        Assert.That(anew.Where(file => before.TryGetValue(file.HintName, out var text) && text.ContentEquals(file.SourceText)), Is.Empty, "unchanged");
        return [.. anew.Select(static file => file.HintName)];
    }
}
