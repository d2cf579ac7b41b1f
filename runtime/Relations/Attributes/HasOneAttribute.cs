namespace Relations;

/// <summary>The model has at most one target, which holds a foreign key to it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HasOneAttribute : Attribute
{
    /// <summary>The relation's name in JSON, filters and the registry of inclusion resolvers. Default: what <c>[JsonPropertyName]</c> says, else the property's name in camelCase.</summary>
    public string? Name { get; set; }

    /// <summary>The property of the source that the foreign key refers to. Default: the source's primary key.</summary>
    public string? KeyFrom { get; set; }

    /// <summary>The foreign key on the target.</summary>
    public string? KeyTo { get; set; }

    /// <summary>Whether the target's foreign key refers to sources of several types, named by a property beside it.</summary>
    public bool Polymorphic { get; set; }

    /// <summary>The property of the target that names the source's type. Default: the foreign key's name with <c>Type</c> in place of <c>Id</c>.</summary>
    public string? Discriminator { get; set; }
}
