using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;
using Relations.Generator.Parsing;
using Relations.Generator.Tracking;

namespace Relations.Generator;

/// <summary>Writes a repository and its types for each entity, and the model of the project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RelationsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isConcurrent = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.ConcurrentBuild);
        var entities = context.TrackEntities()
            .Prepare(isConcurrent, static (tracked, cancel) => tracked.Model(cancel))
            .Select(static (tracked, cancel) => tracked.Model(cancel))
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Entities);

        var summaries = entities
            .Where(static entity => entity.Mapping is not null)
            .Select(static (entity, _) => entity.Summary)
            .Collect()
            .Select(static (all, _) => all.OrderBy(static entity => entity.Namespace, StringComparer.Ordinal).ThenBy(static entity => entity.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Summaries);

        var project = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => new ProjectModel(RootNamespace.Of(pair.Right, pair.Left), pair.Left.GetTypeByMetadataName(KnownSymbols.ServiceCollection) is not null))
            .WithTrackingName(TrackingNames.Project);

        var files = new EmittedFiles();
        context.RegisterSourceOutput(entities.Select((entity, _) => files.Of(entity)), static (output, file) => output.AddSource(file.HintName, file.Emit()));
        context.RegisterSourceOutput(summaries.Combine(project), static (output, pair) => ProjectEmitter.Emit(output, pair.Left, pair.Right));
    }
}
