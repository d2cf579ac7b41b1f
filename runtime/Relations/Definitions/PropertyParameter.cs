namespace Relations.Definitions;

/// <summary>The value that one column has in an entity.</summary>
internal sealed class PropertyParameter<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, PropertyDefinition property) : Parameter where TEntity : class
{
    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        var places = new int[definition.Properties.Count];
        Array.Fill(places, -1);
        places[property.Ordinal] = 0;
        var placed = new PlacedBinder<TBinder>(values, places, first);
        definition.Bind(entity, ref placed);
        values = placed.Values;
    }
}
