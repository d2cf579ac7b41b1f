namespace Relations.Definitions;

/// <summary>The property of a relation, and what its attributes say.</summary>
public abstract class RelationProperty
{
    private protected RelationProperty(string name) => Name = name;

    /// <summary>The property's name in C#.</summary>
    public string Name { get; }

    /// <summary>The relation's name, where it is not the property's in camelCase.</summary>
    public string? RelationName { get; init; }

    /// <summary>Whether filters that come from outside can name the relation: it is marked neither <c>[NotFilterable]</c> nor <c>[JsonIgnore]</c>.</summary>
    public bool IsFilterable { get; init; } = true;

    /// <summary>What <c>[JsonPropertyName]</c> says, or null.</summary>
    public string? JsonName { get; init; }
}
