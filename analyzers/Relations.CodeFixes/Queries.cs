using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Relations.CodeFixes;

/// <summary>Changes of queries.</summary>
internal static class Queries
{
    /// <summary>The reading call of a query, such as <c>doctors.Where(…).ToListAsync()</c>, that a diagnostic names beside its own place.</summary>
    public static InvocationExpressionSyntax? ReadOf(FixScope scope) =>
        scope.Diagnostic.AdditionalLocations is [{ SourceTree: { } tree, SourceSpan: var span }, ..] && tree == scope.Root.SyntaxTree
            ? scope.Root.FindNode(span, getInnermostNodeForTie: true) as InvocationExpressionSyntax
            : null;

    /// <summary>Adds an Include before the call that reads, on a line of its own where that has one.</summary>
    public static DocumentChange? AddInclude(FixScope scope, InvocationExpressionSyntax read, string relation) =>
        read.Expression is MemberAccessExpressionSyntax { Expression: var query, OperatorToken: var dot }
            ? scope.Change(read.SyntaxTree, new TextSpan(query.Span.End, 0), $"{(Edits.IndentationBefore(dot) is { } indentation ? Edits.LineBreak(read) + indentation : "")}.Include(x => x.{relation})")
            : null;
}
