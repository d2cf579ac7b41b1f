using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Relations.Tests.House;

/// <summary>What runs is ordinary compiled code, so that trimming and ahead-of-time compilation leave it whole.</summary>
[TestFixture]
public sealed partial class NoReflectionTests
{
    [Test]
    public void The_runtime_uses_neither_reflection_nor_expressions_nor_dynamic_code()
    {
        var found = Sources.Of("runtime").SelectMany(static file => Code(file).Where(static line => Banned().IsMatch(line.Text)).Select(line => $"{Path.GetRelativePath(Sources.Root, file)}({line.Number}): {line.Text.Trim()}"));

        Assert.That(found, Is.Empty);
    }

    [TestCase("using System.Reflection;")]
    [TestCase("Expression<Func<int>> lambda")]
    [TestCase("dynamic value = 1;")]
    [TestCase("Activator.CreateInstance(type)")]
    [TestCase("type.MakeGenericType(other)")]
    [TestCase("[UnconditionalSuppressMessage(\"Trimming\", \"IL2026\")]")]
    public void Each_of_them_would_be_found(string line) => Assert.That(Banned().IsMatch(line));

    [TestCase("RuntimeHelpers.EnsureSufficientExecutionStack();")]
    [TestCase("internal sealed record CountExpression(RelatedRows Rows);")]
    public void Others_are_let_pass(string line) => Assert.That(Banned().IsMatch(line), Is.False);

    // Comments may say what the code does without.
    private static IEnumerable<(int Number, string Text)> Code(string file)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file));
        var root = tree.GetRoot();
        var text = root.ReplaceTrivia(
            root.DescendantTrivia(static _ => true).Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia),
            static (trivia, _) => SyntaxFactory.Whitespace(new string('\n', trivia.ToFullString().Count(static character => character == '\n'))));
        return text.ToFullString().Split('\n').Select(static (line, index) => (index + 1, line));
    }

    [GeneratedRegex(@"System\.Reflection|\bExpression<|\bdynamic\b|\bActivator\.|\.MakeGeneric|\.GetMethod\(|\.GetProperty\(|UnconditionalSuppressMessage|RequiresDynamicCode|RequiresUnreferencedCode", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banned();
}
