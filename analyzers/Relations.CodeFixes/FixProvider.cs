using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Relations.CodeFixes;

/// <summary>A code fix that says which repairs there are; registering them, and Fix All, are the same for all.</summary>
public abstract class FixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => TextFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await FixesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(CodeAction.Create(fix.Title, cancel => Fix.ApplyAsync(solution, [fix], cancel), fix.EquivalenceKey), diagnostic);
            }
        }
    }

    internal async Task<IReadOnlyList<Fix>> FixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null
            ? []
            : [.. FixesFor(new(document, root, model, diagnostic, cancellationToken)).Where(static fix => !fix.Changes.IsEmpty)];
    }

    private protected abstract IEnumerable<Fix> FixesFor(FixScope scope);
}
