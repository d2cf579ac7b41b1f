using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>What is emitted for a property has the property's documentation, where there is some.</summary>
public sealed class DocumentationTests
{
    private const string Model = """
        using Relations;

        namespace Models;

        [Entity]
        public class Plain
        {
            public int Id { get; init; }

            // Of no use to others.
            public string? Bare { get; set; }

            /// <summary>Documented by lines.</summary>
            public string? Lined { get; set; }

            /** <summary>Documented by a block.</summary> */
            public string? Blocked { get; set; }
        }

        /// <param name="Id">The number.</param>
        [Entity]
        public record Told(int Id, string Text);

        [Entity]
        public record Untold(int Id, string Text);
        """;

    [Test]
    public void Members_inherit_what_documentation_there_is([Values(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose)] DocumentationMode mode)
    {
        var compilation = ModelCompilation.Of(Model);
        var tree = compilation.SyntaxTrees[0];
        var parsed = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Model, ModelCompilation.ParseOptions().WithDocumentationMode(mode), tree.FilePath));
        var inherited = GeneratorRun.On(parsed).Files
            .SelectMany(static file => file.Text.Split('\n'))
            .Where(static line => line.Contains("inheritdoc", StringComparison.Ordinal))
            .Select(static line => line.Split('"')[1])
            .Distinct(StringComparer.Ordinal);

        Assert.That(inherited, Is.EquivalentTo(new[] { "Plain.Lined", "Plain.Blocked", "Told.Id", "Told.Text" }));
    }
}
