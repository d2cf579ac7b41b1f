namespace Relations.Definitions;

/// <summary>The facts of one entity with the types of its primary key and its patch; a generated type derives from it.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">The primary key: a value, or a tuple for a composite key.</typeparam>
/// <typeparam name="TPatch">The patch.</typeparam>
public abstract class EntityDefinition<TEntity, TKey, TPatch> : EntityDefinition<TEntity, TKey> where TEntity : class where TKey : notnull where TPatch : Patch, new()
{
    /// <inheritdoc/>
    protected EntityDefinition(
        string name,
        PropertyDefinition[] columns,
        RelationDefinition[]? relations = null,
        string? table = null,
        string? schema = null,
        string[]? primaryKey = null,
        string[][]? unique = null)
        : base(name, columns, relations, table, schema, primaryKey, unique)
    {
    }

    /// <summary>Whether the entity's constructor is private: then nothing is made of data from outside.</summary>
    protected virtual bool HidesConstructor => false;

    internal override IEnumerable<BodyDefinition> Bodies()
    {
        if (!HidesConstructor)
        {
            yield return BodyDefinition.Of(this);
        }

        yield return BodyDefinition.OfPatch(this, static () => new TPatch());
        foreach (var body in base.Bodies())
        {
            yield return body;
        }
    }
}
