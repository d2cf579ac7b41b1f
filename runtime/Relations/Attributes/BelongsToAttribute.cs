namespace Relations;

/// <summary>The model holds a foreign key to one target.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BelongsToAttribute : Attribute
{
    /// <summary>The relation's name in JSON, filters and the registry of inclusion resolvers. Default: what <c>[JsonPropertyName]</c> says, else the property's name in camelCase.</summary>
    public string? Name { get; set; }

    /// <summary>The foreign key on this model.</summary>
    public string? KeyFrom { get; set; }

    /// <summary>The property of the target that the foreign key refers to. Default: the target's primary key.</summary>
    public string? KeyTo { get; set; }

    /// <summary>Whether the target is one of several concrete types, named by a property of this model.</summary>
    public bool Polymorphic { get; set; }

    /// <summary>The property of this model that names the target's type. Default: <c>&lt;Target&gt;Type</c>, or the foreign key's name with <c>Type</c> in place of <c>Id</c>.</summary>
    public string? Discriminator { get; set; }

    /// <summary>The concrete target types. Default: every entity of the project that derives from the property's type.</summary>
    public Type[]? Targets { get; set; }
}
