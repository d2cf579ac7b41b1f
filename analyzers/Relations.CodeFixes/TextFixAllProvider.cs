using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Relations.CodeFixes;

/// <summary>
/// Puts the changes of all repairs together. Roslyn's own batch fixer drops or doubles what two repairs have in common. Whoever names no repair, as <c>dotnet format</c> does where several rules
/// are broken, gets the first that each diagnostic offers.
/// </summary>
internal sealed class TextFixAllProvider : FixAllProvider
{
    public static TextFixAllProvider Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var fixes = new List<Fix>();
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (DocumentOf(fixAllContext.Solution, diagnostic) is { } document)
            {
                var found = await ((FixProvider)fixAllContext.CodeFixProvider).FixesAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
                fixes.AddRange(fixAllContext.CodeActionEquivalenceKey is { } key ? found.Where(fix => fix.EquivalenceKey == key) : found.Take(1));
            }
        }

        return fixes.Count == 0
            ? null
            : CodeAction.Create(fixes[0].Title, cancel => Fix.ApplyAsync(fixAllContext.Solution, fixes, cancel), fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>The document of a diagnostic, which may have been found in the same text when it was another tree.</summary>
    private static Document? DocumentOf(Solution solution, Diagnostic diagnostic) =>
        solution.GetDocument(diagnostic.Location.SourceTree)
        ?? (diagnostic.Location.SourceTree is { FilePath.Length: > 0 } tree && solution.GetDocumentIdsWithFilePath(tree.FilePath) is [var id, ..] ? solution.GetDocument(id) : null);

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document when context.Document is { } document => await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false),
        FixAllScope.Project => await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false),
        FixAllScope.Solution => (await Task.WhenAll(context.Solution.Projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false)).SelectMany(static found => found),
        _ => ImmutableArray<Diagnostic>.Empty,
    };
}
