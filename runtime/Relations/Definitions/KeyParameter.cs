namespace Relations.Definitions;

/// <summary>A primary key: as many values as it has parts.</summary>
internal sealed class KeyParameter<TEntity, TKey>(EntityDefinition<TEntity, TKey> definition, TKey key) : Parameter where TEntity : class where TKey : notnull
{
    public override int Count => definition.PrimaryKey.Count;

    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        if (first == 0)
        {
            definition.BindKey(key, ref values);
            return;
        }

        var shifted = new ShiftedBinder<TBinder>(values, first);
        definition.BindKey(key, ref shifted);
        values = shifted.Values;
    }
}
