namespace Relations;

/// <summary>
/// The model has many targets: reached through the rows of a third model when <paramref name="through"/> is given,
/// else by a foreign key on the target. LoopBack's <c>HasManyDefinition</c>.
/// </summary>
/// <param name="through">The model whose rows link a source to a target.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HasManyAttribute(Type? through = null) : Attribute
{
    /// <summary>The model whose rows link a source to a target, or null when the target holds the foreign key.</summary>
    public Type? Through { get; } = through;

    /// <summary>The relation's name in JSON, filters and the registry of inclusion resolvers. Default: what <c>[JsonPropertyName]</c> says, else the property's name in camelCase.</summary>
    public string? Name { get; set; }

    /// <summary>The property of the source that the foreign key refers to. Default: the source's primary key.</summary>
    public string? KeyFrom { get; set; }

    /// <summary>With a through model, the property of the target that its foreign key refers to (default: the target's primary key); without one, the foreign key on the target.</summary>
    public string? KeyTo { get; set; }

    /// <summary>The through model's foreign key to the source.</summary>
    public string? ThroughKeyFrom { get; set; }

    /// <summary>The through model's foreign key to the target.</summary>
    public string? ThroughKeyTo { get; set; }

    /// <summary>With a through model, whether a target is one of several concrete types, named by a property of the through model; without one, whether the target's foreign key refers to sources of several types, named by a property beside it.</summary>
    public bool Polymorphic { get; set; }

    /// <summary>The property that names the type, on the model that holds the foreign key. Default: <c>&lt;Target&gt;Type</c> with a through model, else the foreign key's name with <c>Type</c> in place of <c>Id</c>.</summary>
    public string? Discriminator { get; set; }

    /// <summary>With a through model, the concrete target types. Default: every entity of the project that derives from the property's element type.</summary>
    public Type[]? Targets { get; set; }
}
