namespace Relations.Definitions;

/// <summary>What data from outside, such as the body of a request, may say of an entity, a patch or through data.</summary>
public abstract class BodyDefinition
{
    private readonly Dictionary<string, PropertyDefinition> properties = new(StringComparer.Ordinal);

    private protected BodyDefinition(EntityDefinition entity, string[] accepts, string[] requires)
    {
        Entity = entity;
        Accepted = Array.ConvertAll(accepts, entity.Property);
        Required = Array.ConvertAll(requires, entity.Property);
        foreach (var property in entity.Properties)
        {
            properties.TryAdd(property.JsonName, property);
        }
    }

    /// <summary>What is made of the data.</summary>
    public abstract Type Type { get; }

    /// <summary>The entity whose columns get the values.</summary>
    public EntityDefinition Entity { get; }

    /// <summary>The properties that may be given.</summary>
    public IReadOnlyList<PropertyDefinition> Accepted { get; }

    /// <summary>The properties that must be given.</summary>
    public IReadOnlyList<PropertyDefinition> Required { get; }

    /// <summary>Whether the data changes rows that exist: then something must be given.</summary>
    public abstract bool IsPatch { get; }

    /// <summary>The entity's property with this name in JSON, accepted or not; null when there is none.</summary>
    internal PropertyDefinition? Property(string name) => properties.GetValueOrDefault(name);

    /// <summary>Whether the entity, or one of those that a shared patch changes, has a relation of this name.</summary>
    internal bool HasRelation(string name) => Entity is PolymorphicTarget several ? several.Types.Any(type => type.Relations.ContainsKey(name)) : Entity.Relations.ContainsKey(name);
}
