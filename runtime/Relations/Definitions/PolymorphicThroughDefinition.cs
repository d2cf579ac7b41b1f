using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with many targets of several types, linked to the source by the rows of a through model, whose discriminator names the target's type.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TSourceKey">The type of the key to the source, never nullable.</typeparam>
/// <typeparam name="TTargetKey">The type of the key to the target, never nullable.</typeparam>
public sealed class PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> : HasManyDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull
{
    private readonly HasManyDefinition?[] ofType;
    private readonly ValueMapping<TSourceKey>? sourceKey;

    /// <summary>Makes the definition. One of <paramref name="targets"/> and <paramref name="links"/> is given.</summary>
    /// <param name="target">The types of the targets.</param>
    /// <param name="keyFrom">The property of the source that the through model refers to; null for the primary key.</param>
    /// <param name="through">The through model, its foreign keys and its discriminator.</param>
    /// <param name="targets">The property that takes the distinct targets.</param>
    /// <param name="links">The property that takes one entry for each through row.</param>
    /// <param name="sourceKey">How a composite key to the source is stored; null for a key of one property.</param>
    public PolymorphicThroughDefinition(
        PolymorphicTarget<TTarget> target,
        string? keyFrom,
        ThroughDefinition through,
        RelationProperty<TSource, List<TTarget>>? targets = null,
        RelationProperty<TSource, List<Link<TTarget, TThrough>>>? links = null,
        ValueMapping<TSourceKey>? sourceKey = null)
        : base(targets ?? (RelationProperty)links!, keyFrom, keyTo: target.TypedTypes[0].KeyTo, through)
    {
        TypedTarget = target;
        Targets = targets;
        Links = links;
        this.sourceKey = sourceKey;
        ofType = new HasManyDefinition?[target.TypedTypes.Count];
    }

    /// <inheritdoc/>
    public override EntityDefinition Target => TypedTarget;

    internal PolymorphicTarget<TTarget> TypedTarget { get; }

    internal EntityDefinition<TThrough> TypedThrough => (EntityDefinition<TThrough>)Through!.Model;

    internal RelationProperty<TSource, List<TTarget>>? Targets { get; }

    internal RelationProperty<TSource, List<Link<TTarget, TThrough>>>? Links { get; }

    internal override HasManyDefinition OfType(int place) => ofType[place] ??= TypedTarget.TypedTypes[place].Accept(new Narrowing(this));

    /// <summary>How keys to the source are read and bound.</summary>
    internal KeyType<TSourceKey> SourceKey => new(sourceKey ?? KeyFromProperties[0].Mapping);

    internal override ValueMapping? TargetKeyMapping => TypedTarget.TypedTypes[0].KeyMapping;

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

    /// <summary>Makes the relation to the targets of one type.</summary>
    private sealed class Narrowing(PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation) : IConcreteTypeVisitor<TTarget, HasManyDefinition>
    {
        public HasManyDefinition Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget
        {
            var narrowed = new HasManyThroughDefinition<TSource, TConcrete, TThrough, TSourceKey, TTargetKey>(
                relation.Name, () => type.TypedDefinition, relation.KeyFrom, type.KeyTo, relation.Through!.Only(type.Discriminator), relation.Property, relation.sourceKey);
            narrowed.Attach(relation.Source, relation.Index);
            return narrowed;
        }
    }
}
