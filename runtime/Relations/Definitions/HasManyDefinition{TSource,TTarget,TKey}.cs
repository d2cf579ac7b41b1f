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

    internal HasManyDefinition(
        Func<EntityDefinition<TTarget>> target,
        string? keyFrom,
        string keyTo,
        RelationProperty<TSource, List<TTarget>> targets,
        ValueMapping<TKey>? key,
        Discriminator? polymorphic)
        : base(targets, keyFrom, keyTo, through: null, polymorphic)
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
