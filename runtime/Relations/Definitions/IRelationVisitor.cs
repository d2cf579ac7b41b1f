namespace Relations.Definitions;

/// <summary>Does something for each kind of relation, with the types of its keys at hand.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IRelationVisitor<TSource, TResult> where TSource : class
{
    TResult Visit<TTarget, TKey>(HasManyDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull;

    TResult Visit<TTarget, TThrough, TSourceKey, TTargetKey>(HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation)
        where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull;

    TResult Visit<TTarget, TThrough, TSourceKey, TTargetKey>(PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation)
        where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull;

    TResult Visit<TTarget, TKey>(ToOneDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull;

    TResult Visit<TTarget, TKey>(PolymorphicBelongsToDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull;
}
