using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Leaves relation data out of a new entity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveRelationDataFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationDataIsRejected];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax initializer } assignment)
        {
            var isOnly = initializer.Expressions.Count == 1;
            yield return scope.Fix($"Remove '{assignment.Left}'", "Remove", scope.Change(assignment.SyntaxTree, SpanOf(assignment, initializer), isOnly ? " " : ""));
        }
    }

    /// <summary>The assignment with the comma that parts it from the next, or else from the one before; the only one with all that is between the braces.</summary>
    private static TextSpan SpanOf(AssignmentExpressionSyntax assignment, InitializerExpressionSyntax initializer)
    {
        var index = initializer.Expressions.IndexOf(assignment);
        return index + 1 < initializer.Expressions.Count ? TextSpan.FromBounds(assignment.SpanStart, initializer.Expressions[index + 1].SpanStart)
            : index > 0 ? TextSpan.FromBounds(initializer.Expressions[index - 1].Span.End, assignment.Span.End)
            : TextSpan.FromBounds(initializer.OpenBraceToken.Span.End, initializer.CloseBraceToken.SpanStart);
    }
}
