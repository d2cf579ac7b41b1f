using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with many targets, each of which holds a foreign key to the source.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">The entity that the relation leads to.</typeparam>
/// <typeparam name="TKey">The type of the key, never nullable.</typeparam>
public sealed class HasManyDefinition<TSource, TTarget, TKey> : HasManyDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TKey : notnull
{
    private readonly Func<EntityDefinition<TTarget>> target;
    private readonly ValueMapping<TKey>? key;

    /// <summary>Makes the definition.</summary>
    /// <param name="name">The name in JSON, filters and the registry of inclusion resolvers.</param>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyFrom">The property of the source that the foreign key refers to.</param>
    /// <param name="keyTo">The foreign key on the target.</param>
    /// <param name="targets">The property that takes the targets.</param>
    /// <param name="key">How a composite key is stored; null for a key of one property.</param>
    /// <param name="polymorphic">The discriminator beside the foreign key and its value for this source, where the key refers to rows of several types.</param>
    public HasManyDefinition(
        string name,
        Func<EntityDefinition<TTarget>> target,
        string keyFrom,
        string keyTo,
        RelationProperty<TSource, List<TTarget>> targets,
        ValueMapping<TKey>? key = null,
        Discriminator? polymorphic = null)
        : base(name, targets.Name, keyFrom, keyTo, through: null, polymorphic)
    {
        this.target = target;
        this.key = key;
        Targets = targets;
    }

    /// <inheritdoc/>
    public override EntityDefinition Target => target();

    internal EntityDefinition<TTarget> TypedTarget => target();

    internal RelationProperty<TSource, List<TTarget>> Targets { get; }

    /// <summary>How the relation's keys are read and bound.</summary>
    internal KeyType<TKey> Key => new(key ?? KeyFromProperties[0].Mapping);

    internal override Parameter SourceKeyParameter(object key) => Key.ParameterOf((TKey)key);

    RelationDefinition IRelationDefinition<TSource>.Definition => this;

    bool IRelationDefinition<TSource>.IsLoaded(TSource source) => Targets.IsLoaded(source);

    bool IRelationDefinition<TSource>.HasUserData(TSource source) => Targets.HasUserData(source);

    void IRelationDefinition<TSource>.Fill(TSource source, IEnumerable targets) => Targets.Set(source, FilledList.Of<TTarget>(this, targets));

    TResult IRelationDefinition<TSource>.Accept<TResult>(IRelationVisitor<TSource, TResult> visitor) => visitor.Visit(this);
}
