namespace Relations.Generator.Model;

/// <summary>A relation that could be resolved.</summary>
/// <param name="Kind">The kind of relation.</param>
/// <param name="Name">The name in JSON, filters and the registry.</param>
/// <param name="Property">The property's name, without an at sign.</param>
/// <param name="Visibility">Who can name both the entity and all that the relation mentions.</param>
/// <param name="Target">The entity that the relation leads to.</param>
/// <param name="KeyFrom">The key on the source.</param>
/// <param name="KeyTo">The key on the target.</param>
/// <param name="Through">The through model.</param>
/// <param name="Polymorphic">The discriminator beside the foreign key, and the types that it names; null where the key refers to one type.</param>
/// <param name="SharedWith">The first relation with the same through model and keys, whose types this one shares.</param>
/// <param name="Setter">How an included relation is put into its property.</param>
/// <param name="Hides">What the relation's method hides in the repository's base class.</param>
/// <param name="IsFilterable">Whether filters that come from outside can name the relation.</param>
internal sealed record RelationModel(
    RelationKind Kind,
    string Name,
    string Property,
    Visibility Visibility,
    EntityReference Target,
    KeyModel KeyFrom,
    KeyModel KeyTo,
    ThroughModel? Through,
    PolymorphicModel? Polymorphic,
    string? SharedWith,
    RelationPropertyModel Setter,
    HiddenMember Hides,
    bool IsFilterable)
{
    /// <summary>The name that the property says it has in JSON, else null.</summary>
    public string? JsonName { get; init; }

    /// <summary>The discriminator beside the through model's foreign key to the source, where both that key and the one to the target refer to several types.</summary>
    public PolymorphicModel? SourceOfTypes { get; init; }

    /// <summary>The discriminator beside the through model's foreign key to the source; null where that refers to one type.</summary>
    public PolymorphicModel? PolymorphicSource => HasTypes ? SourceOfTypes : Polymorphic;

    /// <summary>What the property warns of.</summary>
    public CautionModel? Caution { get; init; }

    /// <summary>Whether the targets are of several types.</summary>
    public bool HasTypes => Polymorphic is { Types.Count: > 0 };

    public bool IsToMany => Kind is RelationKind.HasMany or RelationKind.HasManyThrough;
}
