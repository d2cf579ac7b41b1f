namespace Relations.Generator.Model;

/// <summary>The through model of a relation.</summary>
/// <param name="Entity">The through model.</param>
/// <param name="KeyFrom">Its foreign key to the source.</param>
/// <param name="KeyTo">Its foreign key to the target.</param>
/// <param name="Discriminators">Its properties that name the types of source and target, where these are of several.</param>
/// <param name="Properties">All its columns.</param>
/// <param name="Construction">How one of its rows is made.</param>
internal sealed record ThroughModel(
    EntityReference Entity,
    KeyModel KeyFrom,
    KeyModel KeyTo,
    EquatableArray<string> Discriminators,
    EquatableArray<PropertyModel> Properties,
    ConstructionModel Construction)
{
    /// <summary>What a new link carries besides its two keys and the discriminators beside them.</summary>
    public IEnumerable<PropertyModel> Carried => Properties.Where(Carries);

    public bool Carries(PropertyModel property) =>
        property.IsWritable && property.Assignment != Assignment.Accessor && !KeyFrom.Has(property.Name) && !KeyTo.Has(property.Name) && !Discriminators.Contains(property.Name, StringComparer.Ordinal);
}
