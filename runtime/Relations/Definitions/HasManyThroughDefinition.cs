using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with many targets, linked to the source by the rows of a through model.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">The entity that the relation leads to.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TSourceKey">The type of the key to the source, never nullable.</typeparam>
/// <typeparam name="TTargetKey">The type of the key to the target, never nullable.</typeparam>
public sealed class HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> : HasManyDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull
{
    private readonly Func<EntityDefinition<TTarget>> target;
    private readonly ValueMapping<TSourceKey>? sourceKey;
    private readonly ValueMapping<TTargetKey>? targetKey;

    internal HasManyThroughDefinition(string name, Func<EntityDefinition<TTarget>> target, string keyFrom, string keyTo, ThroughDefinition through, string property, ValueMapping<TSourceKey>? sourceKey)
        : base(name, property, keyFrom, keyTo, through)
    {
        this.target = target;
        this.sourceKey = sourceKey;
    }

    internal HasManyThroughDefinition(
        Func<EntityDefinition<TTarget>> target,
        string? keyFrom,
        string? keyTo,
        ThroughDefinition through,
        RelationProperty<TSource, List<TTarget>>? targets,
        RelationProperty<TSource, List<Link<TTarget, TThrough>>>? links,
        ValueMapping<TSourceKey>? sourceKey,
        ValueMapping<TTargetKey>? targetKey)
        : base(targets ?? (RelationProperty)links!, keyFrom, keyTo, through)
    {
        this.target = target;
        this.sourceKey = sourceKey;
        this.targetKey = targetKey;
        Targets = targets;
        Links = links;
    }

    /// <inheritdoc/>
    public override EntityDefinition Target => target();

    internal EntityDefinition<TTarget> TypedTarget => target();

    internal EntityDefinition<TThrough> TypedThrough => (EntityDefinition<TThrough>)Through!.Model;

    internal RelationProperty<TSource, List<TTarget>>? Targets { get; }

    internal RelationProperty<TSource, List<Link<TTarget, TThrough>>>? Links { get; }

    /// <summary>How keys to the source are read and bound.</summary>
    internal KeyType<TSourceKey> SourceKey => new(sourceKey ?? KeyFromProperties[0].Mapping);

    internal override ValueMapping? TargetKeyMapping => targetKey ?? KeyToProperties[0].Mapping;

    internal override Parameter SourceKeyParameter(object key) => SourceKey.ParameterOf((TSourceKey)key);

    RelationDefinition IRelationDefinition<TSource>.Definition => this;

    bool IRelationDefinition<TSource>.IsLoaded(TSource source) => Targets?.IsLoaded(source) ?? Links!.IsLoaded(source);

    bool IRelationDefinition<TSource>.HasUserData(TSource source) => Targets?.HasUserData(source) ?? Links!.HasUserData(source);

    void IRelationDefinition<TSource>.Fill(TSource source, IEnumerable targets)
    {
        Targets?.Set(source, FilledList.Of<TTarget>(this, targets));
        Links?.Set(source, FilledList.Of<Link<TTarget, TThrough>>(this, targets));
    }

    TResult IRelationDefinition<TSource>.Accept<TResult>(IRelationVisitor<TSource, TResult> visitor) => visitor.Visit(this);
}
