using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Tracking;

/// <summary>
/// Follows the entities of a project from run to run, so that an edit has those parsed again alone that it can touch. The compiler's own way by the attribute's name would
/// bind the attributes of all, and have all parsed, after each edit.
/// </summary>
internal static class EntityTracking
{
    public static IncrementalValuesProvider<TrackedEntity> TrackEntities(this IncrementalGeneratorInitializationContext context)
    {
        // A file that was not edited is the same object as before; so each is outlined once.
        var outlines = context.CompilationProvider
            .SelectMany(static (compilation, _) => compilation.SyntaxTrees)
            .Select(TreeOutline.Of);

        var facts = outlines
            .Select(static (outline, _) => outline.Header.Text)
            .Collect()
            .Combine(context.CompilationProvider.Select(static (compilation, _) => Surroundings.Of(compilation)))
            .Select(static (pair, _) => new ProjectFacts(pair.Right, pair.Left.ToEquatableArray()));

        var aliases = outlines
            .Select(static (outline, _) => outline.Header.GlobalAliases.ToEquatableArray())
            .Collect()
            .Select(static (all, _) => all.SelectMany(static names => names).ToEquatableArray());

        var project = outlines
            .Collect()
            .Combine(facts)
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => new ProjectTrees(pair.Right, pair.Left.Right, pair.Left.Left));

        return outlines
            .Combine(aliases)
            .SelectMany(static (pair, _) => pair.Left.Candidates(pair.Right))
            .Combine(project)
            .Select(static (pair, _) => new TrackedEntity(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Tracked);
    }
}
