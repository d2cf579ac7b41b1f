using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Some columns of an entity, one value each.</summary>
/// <param name="definition">What the entity is.</param>
/// <param name="columns">The columns.</param>
/// <param name="foreignKey">Those of the columns whose value does not come from the entity, and the value.</param>
internal sealed class EntityParameter<TEntity>(EntityDefinition<TEntity> definition, ColumnPlaces columns, ForeignKeyValue? foreignKey) : Parameter where TEntity : class
{
    private readonly int[] places = foreignKey is null ? columns.Places : Without(columns.Places, foreignKey.Properties);
    private readonly object?[]? foreignValues = foreignKey is null ? null : StoredValues.Of(foreignKey.Value);

    /// <summary>The entity whose values are bound; may be exchanged between two runs of the statement.</summary>
    public TEntity? Entity { get; set; }

    public override int Count => columns.Count;

    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        var placed = new PlacedBinder<TBinder>(values, places, first);
        definition.Bind(Entity!, ref placed);
        values = placed.Values;
        for (var part = 0; part < foreignKey?.Properties.Count; part++)
        {
            values.Bind(first + columns.Places[foreignKey.Properties[part].Ordinal], foreignValues![part]);
        }
    }

    private static int[] Without(int[] places, IReadOnlyList<PropertyDefinition> properties)
    {
        var others = (int[])places.Clone();
        foreach (var property in properties)
        {
            others[property.Ordinal] = -1;
        }

        return others;
    }
}
