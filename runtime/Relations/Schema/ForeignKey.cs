using Relations.Definitions;

namespace Relations.Schema;

/// <summary>Columns that refer to another table's key.</summary>
/// <param name="Properties">The properties that refer, in the key's order.</param>
/// <param name="Target">The entity that they refer to.</param>
/// <param name="Key">The properties that they refer to.</param>
internal sealed record ForeignKey(IReadOnlyList<PropertyDefinition> Properties, EntityDefinition Target, IReadOnlyList<PropertyDefinition> Key)
{
    /// <summary>The constraint's name, where it has one: as the ecosystem names them.</summary>
    public string NameFor(EntityDefinition entity) => $"FK_{entity.Table}_{Target.Table}_{string.Join('_', Properties.Select(static property => property.Column))}";

    /// <summary>The same foreign key with these properties in their order, or null where it is one of others.</summary>
    public ForeignKey? Of(IReadOnlyList<PropertyDefinition> properties)
    {
        if (properties.Count != Properties.Count || !properties.All(Properties.Contains))
        {
            return null;
        }

        var places = Properties.ToList();
        return new(properties, Target, [.. properties.Select(property => Key[places.IndexOf(property)])]);
    }

    public bool Equals(ForeignKey? other) => other is not null && Target == other.Target && Properties.SequenceEqual(other.Properties) && Key.SequenceEqual(other.Key);

    public override int GetHashCode() => HashCode.Combine(Target, Properties[0], Key[0]);
}
