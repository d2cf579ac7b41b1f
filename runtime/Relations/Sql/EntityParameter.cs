using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Some columns of an entity, one value each.</summary>
/// <param name="definition">What the entity is.</param>
/// <param name="columns">The columns.</param>
/// <param name="foreignKey">Those of the columns whose value does not come from the entity, and the value.</param>
internal sealed class EntityParameter<TEntity>(EntityDefinition<TEntity> definition, ColumnPlaces columns, ForeignKeyValue? foreignKey) : Parameter where TEntity : class
{
    private readonly int[] places = foreignKey is null ? columns.Places : Without(columns.Places, foreignKey.Properties);
    private readonly int[]? foreignPlaces = foreignKey?.Properties.Select(property => columns.Places[property.Ordinal]).ToArray();

    /// <summary>The entity whose values are bound; may be exchanged between two runs of the statement.</summary>
    public TEntity? Entity { get; set; }

    public override int Count => columns.Count;

    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        var placed = new PlacedBinder<TBinder>(values, places, first);
        definition.Bind(Entity!, ref placed);
        values = placed.Values;
        if (foreignKey is not null)
        {
            var fixedValues = new PlacedBinder<TBinder>(values, foreignPlaces!, first);
            foreignKey.Value.Bind(ref fixedValues, 0);
            values = fixedValues.Values;
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
