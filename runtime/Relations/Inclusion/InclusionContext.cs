using Relations.Definitions;
using Relations.Querying;
using Relations.Querying.Json;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>What the levels of one query share: the session, and the registry of the repository that it started from.</summary>
/// <param name="session">Where the query runs.</param>
/// <param name="resolvers">The registry of that repository, where it has one; it holds for its entity at every level. For other entities that of all their repositories does.</param>
internal readonly struct InclusionContext(Session session, InclusionResolvers? resolvers)
{
    public SqlDialect Dialect => session.Dialect;

    /// <summary>Whether statements can be sent together: in somebody's transaction they might not see the same data.</summary>
    public bool ReadsAhead => Dialect.ReadsAhead && session is Database or PrimarySession;

    /// <summary>What the statement for many sources asks of the database: the page of each, where the database counts them.</summary>
    public QuerySpecification CountedByDatabase(QuerySpecification scope) => Dialect.CountsRowsOfPages ? scope : scope.WithoutPage();

    /// <summary>The pages of the sources, as far as the database does not count them.</summary>
    public SourcePages PagesToCount(QuerySpecification scope, int sources) => new(Dialect.CountsRowsOfPages ? scope.WithoutPage() : scope, sources);

    /// <summary>Prepares the loaders of a level, and through them those of all levels below.</summary>
    public RelationLoader<TSource>[] Prepare<TSource>(QuerySpecification query, Projection projection, QuerySpecification? sources) where TSource : class
    {
        var inclusions = query.Inclusions;
        var registry = RegistryOf(query.Target.Definition);
        var own = new IInclusionResolver<TSource>?[inclusions.Length];
        var invalid = new List<WantedRelation>();
        for (var index = 0; index < own.Length; index++)
        {
            if (!CanInclude(inclusions[index], registry, out own[index]))
            {
                invalid.Add(inclusions[index]);
            }
        }

        if (invalid.Count > 0)
        {
            throw InclusionText.Invalid(invalid);
        }

        var loaders = new RelationLoader<TSource>[inclusions.Length];
        for (var index = 0; index < loaders.Length; index++)
        {
            loaders[index] = LoaderOf(inclusions[index], own[index], query, projection, sources);
        }

        return loaders;
    }

    /// <summary>What a filter may do on this session.</summary>
    public FilterSurroundings Surroundings => new(Dialect.Name, Dialect.HasRegularExpressions, Dialect.StoresNul, Dialect.GreatestInteger, CanInclude, HasOwnResolver);

    /// <summary>Whether a relation's inclusion is not disabled, or a resolver of the user's own is registered under the name.</summary>
    public bool CanInclude(EntityDefinition entity, string name) => RegistryOf(entity).Contains(name);

    private bool HasOwnResolver(EntityDefinition entity, string name) =>
        RegistryOf(entity).TryFind(name, out var found) && found is not null && !ResolverSession.IsAtWork(session, found);

    private InclusionResolvers RegistryOf(EntityDefinition entity) => resolvers is { } own && own.IsOf(entity) ? own : InclusionResolvers.Of(entity);

    /// <summary>A resolver that is at work gets what the generated one includes, not itself again.</summary>
    private bool CanInclude<TSource>(WantedRelation inclusion, InclusionResolvers registry, out IInclusionResolver<TSource>? own) where TSource : class
    {
        own = null;
        if (registry.TryFind(inclusion.Name, out var found))
        {
            if (found is null)
            {
                return false;
            }

            own = ResolverSession.IsAtWork(session, found) ? null : (IInclusionResolver<TSource>)found;
        }

        return own is not null || inclusion.Relation is not null;
    }

    private RelationLoader<TSource> LoaderOf<TSource>(WantedRelation inclusion, IInclusionResolver<TSource>? own, QuerySpecification query, Projection projection, QuerySpecification? sources) where TSource : class
    {
        if (own is null)
        {
            return ((IRelationDefinition<TSource>)inclusion.Relation!).Accept(new LoaderFactory<TSource>(query.Target, inclusion.Scope!, projection, this, sources));
        }

        return !inclusion.HasScope
            ? new ResolverLoader<TSource>(own, session)
            : throw new InvalidFilterException($"The relation '{inclusion.Name}' of {query.Target.Definition.Name} is included by a resolver of your own, which knows nothing of a scope; include it without one.");
    }
}
