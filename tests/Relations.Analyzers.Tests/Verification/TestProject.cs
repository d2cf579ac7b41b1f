using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>A user's project in a workspace: the generator runs in it, and the analyzers can be asked.</summary>
internal static class TestProject
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.ComponentModel.DataAnnotations.Schema;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Relations;
        global using Relations.Querying;
        """;

    public static Project Create(IEnumerable<(string Name, string Code)> files, string? editorConfig = null, IEnumerable<(string Name, string Code)>? library = null)
    {
        var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        var references = new List<ProjectReference>();
        if (library is not null)
        {
            var libraryId = ProjectId.CreateNewId();
            solution = Add(solution, libraryId, "Models", library, editorConfig: null, []);
            references.Add(new ProjectReference(libraryId));
        }

        var id = ProjectId.CreateNewId();
        return Add(solution, id, "Shop", files, editorConfig, references).GetProject(id)!;
    }

    public static async Task<Compilation> CompileAsync(Project project) => (await project.GetCompilationAsync())!;

    /// <summary>What the analyzers report; what they throw is a failure.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer.GetType().Name} threw", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var found = await compilation.WithAnalyzers(AnalyzerSet.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static Solution Add(Solution solution, ProjectId id, string name, IEnumerable<(string Name, string Code)> files, string? editorConfig, IEnumerable<ProjectReference> references)
    {
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References.All,
            projectReferences: references,
            analyzerReferences: [AnalyzerSet.Instance]));
        foreach (var (file, code) in files.Prepend(("Usings.cs", Usings)))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, SourceText.From(code), filePath: "/" + name + "/" + file);
        }

        if (editorConfig is not null)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(editorConfig), filePath: "/" + name + "/.editorconfig");
        }

        return solution;
    }
}
