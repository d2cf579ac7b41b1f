namespace Relations.Definitions;

/// <summary>The facts of one entity, and how its rows are read and written.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public abstract class EntityDefinition<TEntity> : EntityDefinition where TEntity : class
{
    private protected EntityDefinition(string name, string table, string? schema, PropertyDefinition[] properties, string[]? primaryKey, string[][]? unique, RelationDefinition[] relations)
        : base(name, table, schema, properties, primaryKey, unique, relations)
    {
    }

    /// <inheritdoc/>
    public override Type Type => typeof(TEntity);

    /// <summary>Makes an entity of a row whose columns stand in the order of <see cref="EntityDefinition.Properties"/>.</summary>
    public abstract TEntity Read<TReader>(ref TReader row) where TReader : struct, IRowReader;

    /// <summary>Makes a new entity of what was given. What was not has the entity's own initial value, or the default where it must be given.</summary>
    public virtual TEntity Make(IGivenValues row) => throw new NotSupportedException($"{Name} is never made of given values.");

    /// <summary>Hands over every column's value, each under its place in <see cref="EntityDefinition.Properties"/>.</summary>
    public abstract void Bind<TBinder>(TEntity entity, ref TBinder values) where TBinder : struct, IValueBinder;

    /// <summary>Whether a relation was included into this entity.</summary>
    public bool IsLoaded(TEntity entity, RelationDefinition relation)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return relation is IRelationDefinition<TEntity> own
            ? own.IsLoaded(entity)
            : throw new ArgumentException($"'{relation?.Name}' is no relation of {Name}.", nameof(relation));
    }

    /// <summary>Puts targets into a relation's property, as its inclusion does: for a resolver of your own, since nobody else can set a partial property.</summary>
    /// <param name="entity">The entity that has the relation.</param>
    /// <param name="relation">The relation's name, such as <c>patients</c>.</param>
    /// <param name="targets">The targets, in the property's order; links, where the property holds links. For a to-one relation, one or none.</param>
    /// <exception cref="ArgumentException">There is no such relation, a target is null or not of the relation's type, or there are several for a to-one relation. The property is as it was.</exception>
    public void Fill<TTarget>(TEntity entity, string relation, IEnumerable<TTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(relation);
        ArgumentNullException.ThrowIfNull(targets);
        if (Relations.GetValueOrDefault(relation) is not IRelationDefinition<TEntity> own)
        {
            throw new ArgumentException($"{Name} has no relation '{relation}'.", nameof(relation));
        }

        own.Fill(entity, targets);
    }

    internal override bool IsLoaded(object entity, RelationDefinition relation) => IsLoaded((TEntity)entity, relation);
}
