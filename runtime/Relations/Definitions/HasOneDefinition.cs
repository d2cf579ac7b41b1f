using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with at most one target, which holds a foreign key to the source.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">The entity that the relation leads to.</typeparam>
/// <typeparam name="TKey">The type of the key, never nullable.</typeparam>
public sealed class HasOneDefinition<TSource, TTarget, TKey> : RelationDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TKey : notnull
{
    private readonly Func<EntityDefinition<TTarget>> target;
    private readonly ValueMapping<TKey>? key;

    /// <summary>Makes the definition.</summary>
    /// <param name="name">The name in JSON, filters and the registry of inclusion resolvers.</param>
    /// <param name="target">The target; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyFrom">The property of the source that the foreign key refers to.</param>
    /// <param name="keyTo">The foreign key on the target.</param>
    /// <param name="one">The property that takes the target.</param>
    /// <param name="key">How a composite key is stored; null for a key of one property.</param>
    /// <param name="polymorphic">The discriminator beside the foreign key and its value for this source, where the key refers to rows of several types.</param>
    public HasOneDefinition(
        string name,
        Func<EntityDefinition<TTarget>> target,
        string keyFrom,
        string keyTo,
        RelationProperty<TSource, TTarget?> one,
        ValueMapping<TKey>? key = null,
        Discriminator? polymorphic = null)
        : base(name, one.Name, keyFrom, keyTo, polymorphic)
    {
        this.target = target;
        this.key = key;
        One = one;
    }

    /// <inheritdoc/>
    public override RelationType Type => RelationType.HasOne;

    /// <inheritdoc/>
    public override EntityDefinition Target => target();

    internal EntityDefinition<TTarget> TypedTarget => target();

    internal RelationProperty<TSource, TTarget?> One { get; }

    /// <summary>How the relation's keys are read and bound.</summary>
    internal KeyType<TKey> Key => new(key ?? KeyFromProperties[0].Mapping);

    internal override Parameter SourceKeyParameter(object key) => Key.ParameterOf((TKey)key);

    RelationDefinition IRelationDefinition<TSource>.Definition => this;

    bool IRelationDefinition<TSource>.IsLoaded(TSource source) => One.IsLoaded(source);

    bool IRelationDefinition<TSource>.HasUserData(TSource source) => One.HasUserData(source);

    void IRelationDefinition<TSource>.Fill(TSource source, IEnumerable targets) => One.Set(source, FilledList.One<TTarget>(this, targets));

    TResult IRelationDefinition<TSource>.Accept<TResult>(IRelationVisitor<TSource, TResult> visitor) => visitor.Visit(this);
}
