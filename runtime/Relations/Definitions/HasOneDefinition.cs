namespace Relations.Definitions;

/// <summary>A relation with at most one target, which holds a foreign key to the source.</summary>
/// <inheritdoc cref="ToOneDefinition{TSource, TTarget, TKey}" path="/typeparam"/>
public sealed class HasOneDefinition<TSource, TTarget, TKey> : ToOneDefinition<TSource, TTarget, TKey>
    where TSource : class where TTarget : class where TKey : notnull
{
    internal HasOneDefinition(Func<EntityDefinition<TTarget>> target, string? keyFrom, string keyTo, RelationProperty<TSource, TTarget> one, ValueMapping<TKey>? key, Discriminator? polymorphic)
        : base(target, keyFrom, keyTo, one, key, polymorphic) { }

    /// <inheritdoc/>
    public override RelationType Type => RelationType.HasOne;
}
