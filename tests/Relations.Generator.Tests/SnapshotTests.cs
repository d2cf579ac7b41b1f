using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>What is emitted for each case under Snapshots, and that it compiles for whoever may use it.</summary>
public sealed class SnapshotTests
{
    private static readonly string Root = typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Snapshots").Value!;

    private static IEnumerable<string> Cases => Directory.GetDirectories(Root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Emits_what_was_approved(string name)
    {
        var folder = Path.Combine(Root, name);
        var files = GeneratorRun.On(ModelCompilation.Of(Input(name)).WithServices(), rootNamespace: name).Files.ToList();
        var differences = files.Select(file => Snapshot.Difference(folder, file.HintName, file.Text)).OfType<string>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(string.Join("\n", differences), Is.Empty);
            Assert.That(Snapshot.Left(folder, files.Select(static file => file.HintName)), Is.Empty, "approved files that are no longer emitted");
        });
    }

    [Test]
    public void Compiles_without_warnings(
        [ValueSource(nameof(Cases))] string name,
        [Values(NullableContextOptions.Enable, NullableContextOptions.Disable)] NullableContextOptions nullable,
        [Values(ModelCompilation.Lowest, LanguageVersion.Latest, LanguageVersion.Preview)] LanguageVersion version)
    {
        var run = GeneratorRun.On(ModelCompilation.Of(Input(name), version, nullable).WithServices(), rootNamespace: name);

        Assert.That(run.Warnings.Where(static diagnostic => !IsOfInput(diagnostic)), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void Uses_line_feeds_and_no_trailing_spaces(string name)
    {
        foreach (var (file, text) in GeneratorRun.On(ModelCompilation.Of(Input(name))).Files)
        {
            Assert.Multiple(() =>
            {
                Assert.That(text, Does.Not.Contain('\r'), file);
                Assert.That(text.Split('\n').Where(static line => line.EndsWith(' ')), Is.Empty, file);
                Assert.That(text, Does.Not.Contain("\n\n\n"), file);
            });
        }
    }

    private static string Input(string name) => File.ReadAllText(Path.Combine(Root, name, "Input.cs"));

    /// <summary>What the user's own file says of itself: missing documentation, question marks where nullable is off.</summary>
    private static bool IsOfInput(Diagnostic diagnostic) =>
        diagnostic.Id is "CS1591" or "CS8632" && diagnostic.Location.SourceTree?.FilePath == "Input.cs";
}
