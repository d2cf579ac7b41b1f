using Relations.Definitions;
using Relations.Inclusion;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Where and on what a repository works: a session, an entity, and the registry of its inclusions.</summary>
internal sealed class EntityContext<TEntity, TKey>(Session session, EntityDefinition<TEntity, TKey> definition, InclusionResolvers resolvers)
    where TEntity : class where TKey : notnull
{
    public Session Session { get; } = session ?? throw new ArgumentNullException(nameof(session));

    public EntityDefinition<TEntity, TKey> Definition { get; } = definition ?? throw new ArgumentNullException(nameof(definition));

    public InclusionResolvers Resolvers { get; } = resolvers;

    public SqlDialect Dialect => Session.Dialect;

    public InclusionContext Inclusions => new(Session, Resolvers);
}
