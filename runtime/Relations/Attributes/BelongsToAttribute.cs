namespace Relations;

/// <summary>The model holds a foreign key to one target.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BelongsToAttribute : Attribute
{
    /// <summary>The relation's name in JSON, filters and the registry of inclusion resolvers. Default: the property's name in camelCase.</summary>
    public string? Name { get; set; }

    /// <summary>The foreign key on this model.</summary>
    public string? KeyFrom { get; set; }

    /// <summary>The property of the target that the foreign key refers to. Default: the target's primary key.</summary>
    public string? KeyTo { get; set; }
}
