extern alias fixes;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using FixProvider = fixes::Relations.CodeFixes.FixProvider;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>One rule under test. The first file is called Test.cs, the others Other1.cs and so on.</summary>
internal sealed class Rule(string id)
{
    public static ImmutableArray<FixProvider> Fixes { get; } =
        [.. typeof(FixProvider).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(FixProvider)) && !type.IsAbstract).Select(static type => (FixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The version of C# in which fixes are offered.</summary>
    public LanguageVersion Version { get; init; } = LanguageVersion.Latest;

    /// <summary>The rule reports what is marked, and no rule reports anything else; nothing but the rule is wrong with the code.</summary>
    public Task Reports(params string[] files) => Reports(null, files);

    /// <summary>As before, and the first message is this.</summary>
    public async Task ReportsMessage(string message, params string[] files) => await Reports(message, files);

    /// <summary>No rule reports anything, and the code compiles without a warning.</summary>
    public async Task IsSilent(params string[] files)
    {
        var project = TestProject.Create(Named(files));
        var compilation = await TestProject.CompileAsync(project);
        Assert.That(Described(await TestProject.AnalyzeAsync(project, compilation)), Is.Empty);
        Assert.That(Described(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)), Is.Empty);
    }

    /// <summary>The fix with this title makes the first file read so, and then the rule is silent and the code compiles.</summary>
    public async Task IsFixed(string title, string before, string after, params string[] others)
    {
        var project = TestProject.Create(Named([Markup.Parse(before, id).Code, .. others]));
        project = project.WithParseOptions(((CSharpParseOptions)project.ParseOptions!).WithLanguageVersion(Version));
        var (diagnostics, _) = await DiagnosticsOf(project);
        Assert.That(diagnostics, Is.Not.Empty, $"{id} is not reported");
        var offered = await OfferedAsync(project, diagnostics[0]);
        var action = offered.Find(pair => pair.Action.Title == title).Action;
        Assert.That(action, Is.Not.Null, $"not offered: {title}; but: {string.Join(" | ", offered.Select(static pair => pair.Action.Title))}");
        await HasFixed(project, action!, after);
    }

    /// <summary>Fix All, started from the fix with this title.</summary>
    public async Task AllAreFixed(string title, string before, string after, params string[] others)
    {
        var project = TestProject.Create(Named([Markup.Parse(before, id).Code, .. others]));
        var (diagnostics, _) = await DiagnosticsOf(project);
        Assert.That(diagnostics, Has.Count.GreaterThan(1), "Fix All wants more than one diagnostic");
        var offered = await OfferedAsync(project, diagnostics[0]);
        var (provider, action) = offered.Find(pair => pair.Action.Title == title);
        Assert.That(action, Is.Not.Null, $"not offered: {title}");
        await HasFixed(project, (await FixAllAsync(project, diagnostics, provider!, action!.EquivalenceKey))!, after);
        if (offered[0].Action == action)
        {
            // Whoever does not say which fix is meant, as dotnet format where several rules are broken, gets the first.
            await HasFixed(project, (await FixAllAsync(project, diagnostics, provider!, equivalenceKey: null))!, after);
        }
    }

    private Task<CodeAction?> FixAllAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, FixProvider provider, string? equivalenceKey) => provider.GetFixAllProvider()!.GetFixAsync(
        new(project.GetDocument(diagnostics[0].Location.SourceTree)!, provider, FixAllScope.Project, equivalenceKey!, [id], new KnownDiagnostics(diagnostics), default));

    /// <summary>What the fixes of the first diagnostic are called.</summary>
    public async Task Offers(string[] titles, params string[] files)
    {
        var project = TestProject.Create(Named([Markup.Parse(files[0], id).Code, .. files.Skip(1)]));
        var (diagnostics, _) = await DiagnosticsOf(project);
        Assert.That(diagnostics, Is.Not.Empty, $"{id} is not reported");
        Assert.That((await OfferedAsync(project, diagnostics[0])).Select(static pair => pair.Action.Title), Is.EqualTo(titles));
    }

    private static IEnumerable<(string, string)> Named(IEnumerable<string> files) =>
        files.Select(static (code, index) => (index == 0 ? "Test.cs" : $"Other{index}.cs", code));

    private static string Described(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(static diagnostic => diagnostic.ToString()));

    private async Task Reports(string? message, string[] files)
    {
        var marked = files.Select(file => Markup.Parse(file, id)).ToList();
        var project = TestProject.Create(Named(marked.Select(static file => file.Code)));
        var compilation = await TestProject.CompileAsync(project);
        var found = await TestProject.AnalyzeAsync(project, compilation);
        var expected = Named(files).Zip(marked).SelectMany(static pair => pair.Second.Expected.Select(mark => Described(pair.First.Item1, mark.Id, pair.Second.Code[mark.Span.Start..mark.Span.End], mark.Span.Start)));
        Assert.That(
            found.Select(static diagnostic => Described(Path.GetFileName(diagnostic.Location.SourceTree!.FilePath), diagnostic.Id, diagnostic.Location.SourceTree.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.Location.SourceSpan.Start)),
            Is.EquivalentTo(expected), Described(found));
        Assert.That(Described(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)), Is.Empty, "the compiler has nothing to add");
        if (message is not null)
        {
            Assert.That(found.First(diagnostic => diagnostic.Id == id).GetMessage(), Is.EqualTo(message));
        }
    }

    private static string Described(string file, string id, string text, int start) => $"{file} {id} [{text}] at {start}";

    private async Task<(List<Diagnostic> Diagnostics, Compilation Compilation)> DiagnosticsOf(Project project)
    {
        var compilation = await TestProject.CompileAsync(project);
        return ([.. (await TestProject.AnalyzeAsync(project, compilation)).Where(diagnostic => diagnostic.Id == id)], compilation);
    }

    private async Task<List<(FixProvider? Provider, CodeAction Action)>> OfferedAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<(FixProvider?, CodeAction)>();
        foreach (var provider in Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(id, StringComparer.Ordinal)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add((provider, action)), default));
        }

        Assert.That(actions.Select(static pair => pair.Item2.EquivalenceKey), Is.Unique.And.None.Null, "each fix has its equivalence key");
        return actions;
    }

    private async Task HasFixed(Project project, CodeAction action, string after)
    {
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.GetProject(project.Id)!;
        var text = (await changed.Documents.Single(static document => document.Name == "Test.cs").GetTextAsync()).ToString();
        Assert.That(text, Is.EqualTo(after), () => $"---- fixed\n{text}\n----");
        var (remaining, compilation) = await DiagnosticsOf(changed);
        Assert.That(Described(remaining), Is.Empty, "silent after the fix");
        Assert.That(Described(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)), Is.Empty, "the fixed code compiles");
    }

    private sealed class KnownDiagnostics(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
