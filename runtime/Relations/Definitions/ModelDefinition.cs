namespace Relations.Definitions;

/// <summary>All entities of a project.</summary>
/// <param name="entities">The entities.</param>
public sealed class ModelDefinition(params EntityDefinition[] entities)
{
    /// <summary>The entities, in the order of their names.</summary>
    public IReadOnlyList<EntityDefinition> Entities { get; } = entities;
}
