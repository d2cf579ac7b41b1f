using Relations.Definitions;
using Relations.Querying;

namespace Relations;

/// <summary>All rows of an entity, as the repository's own type. A generated repository derives from it.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public abstract class EntityRepository<TSelf, TEntity, TKey, TProperties, TPatch> : EntityRepository<TEntity, TKey, TProperties, TPatch>
    where TSelf : EntityRepository<TSelf, TEntity, TKey, TProperties, TPatch>
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    /// <summary>Makes the repository.</summary>
    /// <param name="session">Where its statements run.</param>
    /// <param name="definition">What the entity is.</param>
    protected EntityRepository(Session session, EntityDefinition<TEntity, TKey> definition) : base(session, definition) { }

    /// <summary>This repository on another session, such as a transaction.</summary>
    public TSelf In(Session session)
    {
        var other = New(session);
        other.Context = new(session, Context.Definition, Context.Resolvers);
        return other;
    }

    /// <summary>Makes a repository of this type.</summary>
    /// <param name="session">Where its statements run.</param>
    protected abstract TSelf New(Session session);
}
