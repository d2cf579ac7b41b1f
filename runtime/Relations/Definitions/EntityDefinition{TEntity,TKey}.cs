namespace Relations.Definitions;

/// <summary>The facts of one entity with the type of its primary key; a generated type derives from it.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">The primary key: a value, or a tuple for a composite key.</typeparam>
public abstract class EntityDefinition<TEntity, TKey> : EntityDefinition<TEntity> where TEntity : class where TKey : notnull
{
    private readonly ValueMapping<TKey>? keyMapping;

    /// <summary>Takes the facts.</summary>
    /// <param name="name">The entity's name in C#.</param>
    /// <param name="columns">The properties that have a column, in the order in which a row is read.</param>
    /// <param name="relations">The relations.</param>
    /// <param name="table">The table's name; null for the entity's.</param>
    /// <param name="schema">The table's schema, or null for the connection's own.</param>
    /// <param name="primaryKey">The names of the primary key's properties, where the key's order is not that of the columns.</param>
    /// <param name="unique">The sets of names of properties that are unique together.</param>
    protected EntityDefinition(
        string name,
        PropertyDefinition[] columns,
        RelationDefinition[]? relations = null,
        string? table = null,
        string? schema = null,
        string[]? primaryKey = null,
        string[][]? unique = null)
        : base(name, table ?? name, schema, columns, primaryKey, unique, relations ?? []) => keyMapping = PrimaryKey is [var single] ? single.Mapping as ValueMapping<TKey> : null;

    /// <summary>The primary key of an entity.</summary>
    public abstract TKey KeyOf(TEntity entity);

    /// <summary>Hands over the parts of a primary key, in the key's order, counted from 0. A composite key overrides it.</summary>
    public virtual void BindKey<TBinder>(TKey key, ref TBinder values) where TBinder : struct, IValueBinder
    {
        if (keyMapping is null)
        {
            ValueBinding.Bind(ref values, 0, key);
        }
        else
        {
            keyMapping.Bind(key, ref values, 0);
        }
    }

    /// <summary>A relation with many targets that are linked by the rows of a through model. One of <paramref name="targets"/> and <paramref name="links"/> is given.</summary>
    /// <typeparam name="TTarget">The target.</typeparam>
    /// <typeparam name="TThrough">The through model.</typeparam>
    /// <typeparam name="TSourceKey">The type of the key to the source.</typeparam>
    /// <typeparam name="TTargetKey">The type of the key to the target.</typeparam>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="through">The through model, likewise.</param>
    /// <param name="throughKeyFrom">The through model's foreign key to the source.</param>
    /// <param name="throughKeyTo">The through model's foreign key to the target.</param>
    /// <param name="keyFrom">The property of the source that the through model refers to; null for the primary key.</param>
    /// <param name="keyTo">The property of the target that the through model refers to; null for the primary key.</param>
    /// <param name="targets">The property that takes the distinct targets.</param>
    /// <param name="links">The property that takes one entry for each through row.</param>
    /// <param name="polymorphicSource">The discriminator on the through model and its value for this source, where the sources are of several types.</param>
    /// <param name="throughData">Makes empty through data; null where a link carries none, and for all but the first of the relations that share it.</param>
    /// <param name="sourceKey">How a composite key to the source is stored.</param>
    /// <param name="targetKey">How a composite key to the target is stored.</param>
    protected static RelationDefinition HasManyThrough<TTarget, TThrough, TSourceKey, TTargetKey>(
        Func<EntityDefinition<TTarget>> target,
        Func<EntityDefinition<TThrough>> through,
        string throughKeyFrom,
        string throughKeyTo,
        string? keyFrom = null,
        string? keyTo = null,
        RelationProperty<TEntity, List<TTarget>>? targets = null,
        RelationProperty<TEntity, List<Link<TTarget, TThrough>>>? links = null,
        Discriminator? polymorphicSource = null,
        Func<Assignments>? throughData = null,
        ValueMapping<TSourceKey>? sourceKey = null,
        ValueMapping<TTargetKey>? targetKey = null)
        where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull =>
        new HasManyThroughDefinition<TEntity, TTarget, TThrough, TSourceKey, TTargetKey>(
            target, keyFrom, keyTo, new(through, throughKeyFrom, throughKeyTo, polymorphicSource: polymorphicSource, data: throughData), targets, links, sourceKey, targetKey);

    /// <summary>The same where both keys are of the types of primary keys, which say themselves what they are.</summary>
    /// <inheritdoc cref="HasManyThrough{TTarget,TThrough,TSourceKey,TTargetKey}"/>
    protected static RelationDefinition HasManyThrough<TTarget, TTargetKey, TThrough>(
        Func<EntityDefinition<TTarget, TTargetKey>> target,
        Func<EntityDefinition<TThrough>> through,
        string throughKeyFrom,
        string throughKeyTo,
        string? keyFrom = null,
        string? keyTo = null,
        RelationProperty<TEntity, List<TTarget>>? targets = null,
        RelationProperty<TEntity, List<Link<TTarget, TThrough>>>? links = null,
        Discriminator? polymorphicSource = null,
        Func<Assignments>? throughData = null,
        ValueMapping<TKey>? sourceKey = null,
        ValueMapping<TTargetKey>? targetKey = null)
        where TTarget : class where TThrough : class where TTargetKey : notnull =>
        HasManyThrough<TTarget, TThrough, TKey, TTargetKey>(target, through, throughKeyFrom, throughKeyTo, keyFrom, keyTo, targets, links, polymorphicSource, throughData, sourceKey, targetKey);

    /// <summary>A relation with many targets, each of which holds a foreign key to the source.</summary>
    /// <typeparam name="TTarget">The target.</typeparam>
    /// <typeparam name="TSourceKey">The type of the key to the source.</typeparam>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyTo">The foreign key on the target.</param>
    /// <param name="targets">The property that takes the targets.</param>
    /// <param name="keyFrom">The property of the source that the foreign key refers to; null for the primary key.</param>
    /// <param name="key">How a composite key is stored.</param>
    /// <param name="polymorphic">The discriminator beside the foreign key and its value for this source, where the key refers to rows of several types.</param>
    protected static RelationDefinition HasMany<TTarget, TSourceKey>(
        Func<EntityDefinition<TTarget>> target,
        string keyTo,
        RelationProperty<TEntity, List<TTarget>> targets,
        string? keyFrom = null,
        ValueMapping<TSourceKey>? key = null,
        Discriminator? polymorphic = null)
        where TTarget : class where TSourceKey : notnull =>
        new HasManyDefinition<TEntity, TTarget, TSourceKey>(target, keyFrom, keyTo, targets, key, polymorphic);

    /// <summary>The same where the key is of the primary key's type.</summary>
    /// <inheritdoc cref="HasMany{TTarget,TSourceKey}"/>
    protected static RelationDefinition HasMany<TTarget>(
        Func<EntityDefinition<TTarget>> target,
        string keyTo,
        RelationProperty<TEntity, List<TTarget>> targets,
        string? keyFrom = null,
        ValueMapping<TKey>? key = null,
        Discriminator? polymorphic = null)
        where TTarget : class =>
        HasMany<TTarget, TKey>(target, keyTo, targets, keyFrom, key, polymorphic);

    /// <summary>A relation with at most one target, which holds a foreign key to the source.</summary>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyTo">The foreign key on the target.</param>
    /// <param name="one">The property that takes the target.</param>
    /// <param name="keyFrom">The property of the source that the foreign key refers to; null for the primary key.</param>
    /// <param name="key">How a composite key is stored.</param>
    /// <param name="polymorphic">The discriminator beside the foreign key and its value for this source, where the key refers to rows of several types.</param>
    /// <inheritdoc cref="HasMany{TTarget,TSourceKey}" path="/typeparam"/>
    protected static RelationDefinition HasOne<TTarget, TSourceKey>(
        Func<EntityDefinition<TTarget>> target,
        string keyTo,
        RelationProperty<TEntity, TTarget> one,
        string? keyFrom = null,
        ValueMapping<TSourceKey>? key = null,
        Discriminator? polymorphic = null)
        where TTarget : class where TSourceKey : notnull =>
        new HasOneDefinition<TEntity, TTarget, TSourceKey>(target, keyFrom, keyTo, one, key, polymorphic);

    /// <summary>The same where the key is of the primary key's type.</summary>
    /// <inheritdoc cref="HasOne{TTarget,TSourceKey}"/>
    protected static RelationDefinition HasOne<TTarget>(
        Func<EntityDefinition<TTarget>> target,
        string keyTo,
        RelationProperty<TEntity, TTarget> one,
        string? keyFrom = null,
        ValueMapping<TKey>? key = null,
        Discriminator? polymorphic = null)
        where TTarget : class =>
        HasOne<TTarget, TKey>(target, keyTo, one, keyFrom, key, polymorphic);

    /// <summary>A relation with one target, to which the source holds a foreign key.</summary>
    /// <typeparam name="TTarget">The target.</typeparam>
    /// <typeparam name="TForeignKey">The type of the key.</typeparam>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyFrom">The foreign key on the source.</param>
    /// <param name="one">The property that takes the target.</param>
    /// <param name="keyTo">The property of the target that the foreign key refers to; null for the primary key.</param>
    /// <param name="key">How a composite key is stored.</param>
    protected static RelationDefinition BelongsTo<TTarget, TForeignKey>(
        Func<EntityDefinition<TTarget>> target,
        string keyFrom,
        RelationProperty<TEntity, TTarget> one,
        string? keyTo = null,
        ValueMapping<TForeignKey>? key = null)
        where TTarget : class where TForeignKey : notnull =>
        new BelongsToDefinition<TEntity, TTarget, TForeignKey>(target, keyFrom, keyTo, one, key);

    /// <summary>The same where the key is of the type of the target's primary key.</summary>
    /// <inheritdoc cref="BelongsTo{TTarget,TForeignKey}(Func{EntityDefinition{TTarget}},string,RelationProperty{TEntity,TTarget},string?,ValueMapping{TForeignKey}?)"/>
    protected static RelationDefinition BelongsTo<TTarget, TForeignKey>(
        Func<EntityDefinition<TTarget, TForeignKey>> target,
        string keyFrom,
        RelationProperty<TEntity, TTarget> one,
        string? keyTo = null,
        ValueMapping<TForeignKey>? key = null)
        where TTarget : class where TForeignKey : notnull =>
        new BelongsToDefinition<TEntity, TTarget, TForeignKey>(target, keyFrom, keyTo, one, key);

    internal override Parameter KeyParameterOf(object key) => new KeyParameter<TEntity, TKey>(this, (TKey)key);
}
