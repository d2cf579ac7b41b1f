namespace Relations.Definitions;

/// <summary>All entities of a project.</summary>
public sealed class ModelDefinition
{
    // Definitions refer to each other: they are asked when all of them are there.
    private readonly Lazy<Dictionary<Type, EntityDefinition>> entitiesByType;
    private readonly Lazy<Dictionary<Type, BodyDefinition>> bodiesByType;

    /// <summary>Makes the definition.</summary>
    /// <param name="entities">The entities.</param>
    public ModelDefinition(params EntityDefinition[] entities)
    {
        Entities = entities;
        entitiesByType = new(() => entities.ToDictionary(static entity => entity.Type));
        bodiesByType = new(() => entities.SelectMany(static entity => entity.Bodies()).ToDictionary(static body => body.Type));
    }

    /// <summary>The entities, in the order of their names.</summary>
    public IReadOnlyList<EntityDefinition> Entities { get; }

    /// <summary>What data from outside may say of an entity, a patch or through data; null when the type is none of these models'.</summary>
    public BodyDefinition? Body(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return bodiesByType.Value.GetValueOrDefault(type);
    }

    /// <summary>The entity of this type in C#, or of one that it derives from; null when there is none.</summary>
    public EntityDefinition? Entity(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (entitiesByType.Value.TryGetValue(candidate, out var entity))
            {
                return entity;
            }
        }

        return null;
    }
}
