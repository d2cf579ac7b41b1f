using Relations.Definitions;
using Relations.Querying;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Makes the loader for a relation's kind.</summary>
/// <param name="source">The sources' table.</param>
/// <param name="scope">What is wanted of the targets.</param>
/// <param name="projection">The columns that are read of the sources.</param>
/// <param name="context">What the levels share.</param>
/// <param name="sources">The query that finds the sources, where a statement may find them again.</param>
internal sealed class LoaderFactory<TSource>(TableReference source, QuerySpecification scope, Projection projection, InclusionContext context, QuerySpecification? sources)
    : IRelationVisitor<TSource, RelationLoader<TSource>> where TSource : class
{
    public RelationLoader<TSource> Visit<TTarget, TKey>(HasManyDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull =>
        new HasManyLoader<TSource, TTarget, TKey>(relation, scope, PlacesOfKey(relation), context, sources);

    public RelationLoader<TSource> Visit<TTarget, TThrough, TSourceKey, TTargetKey>(HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation)
        where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull =>
        new HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey>(relation, scope, PlacesOfKey(relation), context, sources);

    public RelationLoader<TSource> Visit<TTarget, TThrough, TSourceKey, TTargetKey>(PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation)
        where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull =>
        new PolymorphicThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey>(relation, scope, PlacesOfKey(relation), context);

    public RelationLoader<TSource> Visit<TTarget, TKey>(ToOneDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull =>
        new ToOneLoader<TSource, TTarget, TKey>(relation, scope, PlacesOfKey(relation), context, sources);

    public RelationLoader<TSource> Visit<TTarget, TKey>(PolymorphicBelongsToDefinition<TSource, TTarget, TKey> relation) where TTarget : class where TKey : notnull =>
        new PolymorphicToOneLoader<TSource, TTarget, TKey>(relation, scope, PlacesOfKey(relation), projection.PlaceOf(source, relation.DiscriminatorProperty), context);

    private int[] PlacesOfKey(RelationDefinition relation) => projection.PlacesOf(source, relation.KeyFromProperties);
}
