using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Relations.CodeFixes;

/// <summary>
/// A repair as changes of text. Text keeps the user's layout, and the changes of many repairs can be put together, equal ones once:
/// two relations may lack the same property.
/// </summary>
/// <param name="Title">What the IDE's menu says.</param>
/// <param name="EquivalenceKey">What Fix All takes for the same repair.</param>
/// <param name="Changes">The changes; none where there is nothing to repair.</param>
internal sealed record Fix(string Title, string EquivalenceKey, ImmutableArray<DocumentChange> Changes)
{
    /// <summary>The solution with all repairs, less those that would change what another one changes already.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Fix> fixes, CancellationToken cancellationToken)
    {
        var changes = new List<DocumentChange>();
        foreach (var fix in fixes)
        {
            var added = fix.Changes.Where(change => !changes.Contains(change)).ToList();
            if (!added.Exists(change => changes.Exists(other => Conflict(change, other))))
            {
                changes.AddRange(added);
            }
        }

        foreach (var group in changes.GroupBy(static change => change.Document))
        {
            var text = await solution.GetDocument(group.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(group.Key, text.WithChanges(group.Select(static change => change.Change).OrderBy(static change => change.Span)));
        }

        return solution;
    }

    private static bool Conflict(DocumentChange one, DocumentChange other) =>
        one.Document == other.Document && (one.Change.Span.OverlapsWith(other.Change.Span) || IsInside(one.Change.Span, other.Change.Span) || IsInside(other.Change.Span, one.Change.Span));

    private static bool IsInside(TextSpan inner, TextSpan outer) => inner.Start > outer.Start && inner.End < outer.End;
}
