using Relations.Definitions;
using Relations.Querying;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>What the levels of one query share: the dialect, and the registry of the repository that it started from.</summary>
/// <param name="dialect">How the database writes SQL.</param>
/// <param name="resolvers">The registry; it holds for its entity at every level.</param>
internal sealed class InclusionContext(SqlDialect dialect, InclusionResolvers resolvers)
{
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>Prepares the loaders of a level, and through them those of all levels below.</summary>
    public RelationLoader<TSource>[] Prepare<TSource>(QuerySpecification query, Projection projection) where TSource : class
    {
        var inclusions = query.Inclusions;
        if (Array.Exists(inclusions, inclusion => !CanInclude(inclusion.Relation)))
        {
            throw InclusionText.Invalid(Array.FindAll(inclusions, inclusion => !CanInclude(inclusion.Relation)));
        }

        var loaders = new RelationLoader<TSource>[inclusions.Length];
        for (var index = 0; index < loaders.Length; index++)
        {
            var inclusion = inclusions[index];
            loaders[index] = resolvers.IsOf(inclusion.Relation.Source) && resolvers.OwnResolver<TSource>(inclusion.Relation.Name) is { } own
                ? new ResolverLoader<TSource>(own, Dialect)
                : ((IRelationDefinition<TSource>)inclusion.Relation).Accept(new LoaderFactory<TSource>(query.Target, inclusion.Scope, projection, this));
        }

        return loaders;
    }

    public bool CanInclude(RelationDefinition relation) => !resolvers.IsOf(relation.Source) || resolvers.Contains(relation.Name);
}
