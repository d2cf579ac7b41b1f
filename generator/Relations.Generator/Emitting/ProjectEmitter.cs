using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what there is once for each project; nothing where the project has no entities.</summary>
internal static class ProjectEmitter
{
    public static void Emit(SourceProductionContext output, EquatableArray<EntitySummary> entities, ProjectModel project)
    {
        if (entities.Count == 0)
        {
            return;
        }

        output.AddSource(HintName.Model, ModelEmitter.Emit(entities, project));
        if (project.HasServiceCollection)
        {
            output.AddSource(HintName.Services, ServicesEmitter.Emit(entities, project));
        }
    }
}
