using Relations.Definitions;
using Relations.Inclusion;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Where and on what a repository works: a session, an entity, and the registry of its inclusions.</summary>
internal sealed class EntityContext<TEntity, TKey>(Session session, EntityDefinition<TEntity, TKey> definition, InclusionResolvers? resolvers)
    where TEntity : class where TKey : notnull
{
    private InclusionResolvers? resolvers = resolvers;

    public Session Session { get; } = session ?? throw new ArgumentNullException(nameof(session));

    public EntityDefinition<TEntity, TKey> Definition { get; } = definition ?? throw new ArgumentNullException(nameof(definition));

    /// <summary>The repository's own registry, which is made when somebody asks for it.</summary>
    public InclusionResolvers Resolvers => LazyInitializer.EnsureInitialized(ref resolvers, () => new(Definition));

    public SqlDialect Dialect => Session.Dialect;

    public InclusionContext Inclusions => new(Session, resolvers);
}
