using System.Collections;

namespace Relations.Definitions;

/// <summary>A relation with at most one target.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">The entity that the relation leads to.</typeparam>
/// <typeparam name="TKey">The type of the key, never nullable.</typeparam>
public abstract class ToOneDefinition<TSource, TTarget, TKey> : RelationDefinition, IRelationDefinition<TSource>
    where TSource : class where TTarget : class where TKey : notnull
{
    private readonly Func<EntityDefinition<TTarget>> target;
    private readonly ValueMapping<TKey>? key;

    private protected ToOneDefinition(Func<EntityDefinition<TTarget>> target, string? keyFrom, string? keyTo, RelationProperty<TSource, TTarget> one, ValueMapping<TKey>? key, Discriminator? polymorphic = null)
        : base(one, keyFrom, keyTo, polymorphic)
    {
        this.target = target;
        this.key = key;
        One = one;
    }

    /// <inheritdoc/>
    public sealed override EntityDefinition Target => target();

    internal EntityDefinition<TTarget> TypedTarget => target();

    internal RelationProperty<TSource, TTarget> One { get; }

    /// <summary>How the relation's keys are read and bound.</summary>
    internal KeyType<TKey> Key => new(key ?? KeyFromProperties[0].Mapping);

    internal sealed override Parameter SourceKeyParameter(object key) => Key.ParameterOf((TKey)key);

    RelationDefinition IRelationDefinition<TSource>.Definition => this;

    bool IRelationDefinition<TSource>.IsLoaded(TSource source) => One.IsLoaded(source);

    bool IRelationDefinition<TSource>.HasUserData(TSource source) => One.HasUserData(source);

    void IRelationDefinition<TSource>.Fill(TSource source, IEnumerable targets) => One.Set(source, FilledList.One<TTarget>(this, targets));

    TResult IRelationDefinition<TSource>.Accept<TResult>(IRelationVisitor<TSource, TResult> visitor) => visitor.Visit(this);
}
