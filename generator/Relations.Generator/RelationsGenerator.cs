using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Generator.Emitting;
using Relations.Generator.Model;
using Relations.Generator.Parsing;

namespace Relations.Generator;

/// <summary>Writes a repository and its types for each entity, and the model of the project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RelationsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var entities = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownSymbols.EntityAttribute,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (match, cancel) => match.IsFirst() ? EntityParser.Parse((INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancel).Model : null)
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

        context.RegisterSourceOutput(entities, static (output, entity) => output.AddSource(HintName.For(entity), EntityEmitter.Emit(entity)));
        context.RegisterSourceOutput(summaries.Combine(project), static (output, pair) => ProjectEmitter.Emit(output, pair.Left, pair.Right));
    }
}
