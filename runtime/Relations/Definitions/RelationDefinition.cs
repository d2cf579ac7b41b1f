using System.Text.Json;

namespace Relations.Definitions;

/// <summary>The facts of one relation, with LoopBack's names.</summary>
public abstract class RelationDefinition
{
    private string? keyFrom;
    private string? keyTo;
    private IReadOnlyList<PropertyDefinition>? keyFromProperties;
    private IReadOnlyList<PropertyDefinition>? keyToProperties;
    private EntityDefinition? source;

    private protected RelationDefinition(RelationProperty property, string? keyFrom, string? keyTo, Discriminator? polymorphic = null)
        : this(property.RelationName ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.Name, keyFrom, keyTo, polymorphic)
    {
        IsFilterable = property.IsFilterable;
        JsonPropertyName = property.JsonName;
    }

    private protected RelationDefinition(string name, string property, string? keyFrom, string? keyTo, Discriminator? polymorphic = null)
    {
        Name = name;
        Property = property;
        this.keyFrom = keyFrom;
        this.keyTo = keyTo;
        Polymorphic = polymorphic;
    }

    /// <summary>The name in JSON, filters and the registry of inclusion resolvers.</summary>
    public string Name { get; }

    /// <summary>The property's name in C#.</summary>
    public string Property { get; }

    /// <summary>Whether filters that come from outside can name the relation: it is marked neither <c>[NotFilterable]</c> nor <c>[JsonIgnore]</c>.</summary>
    public bool IsFilterable { get; } = true;

    /// <summary>What <c>[JsonPropertyName]</c> says of the property, or null. It is <see cref="Name"/>, unless the relation's attribute names another.</summary>
    public string? JsonPropertyName { get; }

    /// <summary>LoopBack's relation type.</summary>
    public abstract RelationType Type { get; }

    /// <summary>Whether a source can have more than one target.</summary>
    public bool TargetsMany => Type == RelationType.HasMany;

    /// <summary>The entity that has the relation.</summary>
    public EntityDefinition Source => source ?? throw new InvalidOperationException($"The relation '{Name}' belongs to no entity definition yet.");

    /// <summary>The entity that the relation leads to.</summary>
    public abstract EntityDefinition Target { get; }

    /// <summary>The property of the source that the relation starts from; those of a composite key are separated by commas.</summary>
    public string KeyFrom => keyFrom ??= Names(Source.PrimaryKey);

    /// <summary>The property of the target that the relation leads to; those of a composite key are separated by commas.</summary>
    public string KeyTo => keyTo ??= Names(Target.PrimaryKey);

    /// <summary>The discriminator beside the foreign key, where the key refers to rows of several types and no through model holds it.</summary>
    public Discriminator? Polymorphic { get; }

    /// <summary>The place of the relation among its entity's relations, counted from 0.</summary>
    internal int Index { get; private set; }

    /// <summary>The properties of <see cref="KeyFrom"/>, in the key's order.</summary>
    internal IReadOnlyList<PropertyDefinition> KeyFromProperties => keyFromProperties ??= keyFrom is null ? Source.PrimaryKey : Source.PropertiesOf(keyFrom);

    /// <summary>The properties of <see cref="KeyTo"/>, in the key's order.</summary>
    internal IReadOnlyList<PropertyDefinition> KeyToProperties => keyToProperties ??= keyTo is null ? Target.PrimaryKey : Target.PropertiesOf(keyTo);

    /// <summary>A parameter for a value of <see cref="KeyFrom"/>, whose type only the derived definition knows.</summary>
    internal abstract Parameter SourceKeyParameter(object key);

    internal void Attach(EntityDefinition entity, int index)
    {
        source = entity;
        Index = index;
    }

    private static string Names(IReadOnlyList<PropertyDefinition> key) => string.Join(", ", key.Select(static property => property.Name));
}
