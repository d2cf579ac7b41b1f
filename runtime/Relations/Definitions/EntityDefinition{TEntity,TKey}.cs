namespace Relations.Definitions;

/// <summary>The facts of one entity with the type of its primary key; a generated type derives from it.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">The primary key: a value, or a tuple for a composite key.</typeparam>
public abstract class EntityDefinition<TEntity, TKey> : EntityDefinition<TEntity> where TEntity : class where TKey : notnull
{
    /// <summary>Takes the facts.</summary>
    /// <param name="name">The entity's name in C#.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="properties">The properties that have a column, in the order in which a row is read.</param>
    /// <param name="primaryKey">The names of the primary key's properties, in the key's order.</param>
    /// <param name="relations">The relations.</param>
    /// <param name="schema">The table's schema, or null for the connection's own.</param>
    /// <param name="unique">The sets of names of properties that are unique together.</param>
    protected EntityDefinition(
        string name,
        string table,
        PropertyDefinition[] properties,
        string[] primaryKey,
        RelationDefinition[] relations,
        string? schema = null,
        string[][]? unique = null)
        : base(name, table, schema, properties, primaryKey, unique, relations)
    {
    }

    /// <summary>The primary key of an entity.</summary>
    public abstract TKey KeyOf(TEntity entity);

    /// <summary>Hands over the parts of a primary key, in the key's order, counted from 0.</summary>
    public abstract void BindKey<TBinder>(TKey key, ref TBinder values) where TBinder : struct, IValueBinder;

    internal override Parameter KeyParameterOf(object key) => new KeyParameter<TEntity, TKey>(this, (TKey)key);
}
