using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Some columns of an entity, one value each.</summary>
/// <param name="definition">What the entity is.</param>
/// <param name="places">For each column, its place among the statement's values, or -1 where it is left out.</param>
/// <param name="count">How many values there are.</param>
internal sealed class EntityParameter<TEntity>(EntityDefinition<TEntity> definition, int[] places, int count) : Parameter where TEntity : class
{
    /// <summary>The entity whose values are bound; may be exchanged between two runs of the statement.</summary>
    public TEntity? Entity { get; set; }

    public override int Count => count;

    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        var placed = new PlacedBinder<TBinder>(values, places, first);
        definition.Bind(Entity!, ref placed);
        values = placed.Values;
    }
}
