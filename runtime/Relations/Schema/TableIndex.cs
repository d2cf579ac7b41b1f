using Relations.Definitions;

namespace Relations.Schema;

/// <summary>An index of a table.</summary>
/// <param name="Properties">The indexed properties in their order.</param>
/// <param name="IsUnique">Whether no two rows may have the same values.</param>
internal sealed record TableIndex(IReadOnlyList<PropertyDefinition> Properties, bool IsUnique)
{
    /// <summary>The index's name: of its table and columns, as the ecosystem names them.</summary>
    public string NameFor(EntityDefinition entity) => $"IX_{entity.Table}_{string.Join('_', Properties.Select(static property => property.Column))}";

    /// <summary>Whether this index finds what another one would: its columns begin with the other's.</summary>
    public static bool Serves(IReadOnlyList<PropertyDefinition> properties, IReadOnlyList<PropertyDefinition> wanted) =>
        wanted.Count <= properties.Count && wanted.SequenceEqual(properties.Take(wanted.Count));
}
