using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with one target of several types. The source holds the foreign key, and beside it a discriminator that names the target's type.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TKey">The type of the key, never nullable.</typeparam>
public sealed class PolymorphicBelongsToDefinition<TSource, TTarget, TKey> : RelationDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TKey : notnull
{
    /// <summary>Makes the definition.</summary>
    /// <param name="target">The types of the target.</param>
    /// <param name="keyFrom">The foreign key on the source.</param>
    /// <param name="polymorphic">The discriminator on the source.</param>
    /// <param name="one">The property that takes the target.</param>
    public PolymorphicBelongsToDefinition(PolymorphicTarget<TTarget> target, string keyFrom, Discriminator polymorphic, RelationProperty<TSource, TTarget> one)
        : base(one, keyFrom, keyTo: target.TypedTypes[0].KeyTo, polymorphic)
    {
        TypedTarget = target;
        One = one;
    }

    /// <inheritdoc/>
    public override RelationType Type => RelationType.BelongsTo;

    /// <inheritdoc/>
    public override EntityDefinition Target => TypedTarget;

    internal PolymorphicTarget<TTarget> TypedTarget { get; }

    internal RelationProperty<TSource, TTarget> One { get; }

    internal PropertyDefinition DiscriminatorProperty => Source.Property(Polymorphic!.Property);

    /// <summary>How the relation's keys are read and bound.</summary>
    internal KeyType<TKey> Key => new(KeyFromProperties[0].Mapping);

    internal override Parameter SourceKeyParameter(object key) => Key.ParameterOf((TKey)key);

    RelationDefinition IRelationDefinition<TSource>.Definition => this;

    bool IRelationDefinition<TSource>.IsLoaded(TSource source) => One.IsLoaded(source);

    bool IRelationDefinition<TSource>.HasUserData(TSource source) => One.HasUserData(source);

    void IRelationDefinition<TSource>.Fill(TSource source, IEnumerable targets) => One.Set(source, FilledList.One<TTarget>(this, targets));

    TResult IRelationDefinition<TSource>.Accept<TResult>(IRelationVisitor<TSource, TResult> visitor) => visitor.Visit(this);
}
