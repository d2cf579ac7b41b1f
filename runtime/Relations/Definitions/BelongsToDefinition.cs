namespace Relations.Definitions;

/// <summary>A relation with one target, to which the source holds a foreign key.</summary>
/// <inheritdoc cref="ToOneDefinition{TSource, TTarget, TKey}" path="/typeparam"/>
public sealed class BelongsToDefinition<TSource, TTarget, TKey> : ToOneDefinition<TSource, TTarget, TKey>
    where TSource : class where TTarget : class where TKey : notnull
{
    internal BelongsToDefinition(Func<EntityDefinition<TTarget>> target, string keyFrom, string? keyTo, RelationProperty<TSource, TTarget> one, ValueMapping<TKey>? key)
        : base(target, keyFrom, keyTo, one, key) { }

    /// <inheritdoc/>
    public override RelationType Type => RelationType.BelongsTo;
}
