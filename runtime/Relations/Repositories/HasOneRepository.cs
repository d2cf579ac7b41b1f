using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>The target of one source, which holds a foreign key to it.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public class HasOneRepository<TTarget, TKey, TProperties, TPatch>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    private readonly RelationSource source;
    private readonly HasManyRepository<TTarget, TKey, TProperties, TPatch> targets;
    private readonly Query<TTarget, TKey, TProperties, TPatch> query;

    /// <summary>Makes the repository; runs no statement.</summary>
    /// <param name="source">The source.</param>
    public HasOneRepository(RelationSource source) : this(source, query: null) { }

    private HasOneRepository(RelationSource source, Query<TTarget, TKey, TProperties, TPatch>? query)
    {
        this.source = source;
        targets = new(source);
        this.query = query ?? targets;
    }

    /// <summary>Loads a relation of the target too.</summary>
    /// <inheritdoc cref="Selection{TSelf,TProperties}.Include"/>
    public HasOneRepository<TTarget, TKey, TProperties, TPatch> Include<TScope>(Func<TProperties, RelationPath<TScope>> relation, Func<TScope, TScope>? scope = null) =>
        new(source, query.Include(relation, scope));

    /// <summary>Adds the target; its foreign key is filled in.</summary>
    /// <returns>The row as it was stored; the argument is not changed.</returns>
    /// <exception cref="ConstraintException">The source has a target already, or the target's foreign key names another source.</exception>
    /// <exception cref="NavigationPropertyException">The target carries data of a relation.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source.</exception>
    public ValueTask<TTarget> CreateAsync(TTarget target, CancellationToken cancellationToken = default)
    {
        targets.Check(target);
        return source.Session.RunAsync(
            Access.Write | Access.Atomic,
            (source, target),
            static async (connection, state, cancel) =>
            {
                var (session, relation, key) = (state.source.Session, state.source.Relation, state.source.Key);
                await Writing.LockSourceAsync(connection, session.Dialect, relation, key, cancel).ConfigureAwait(false);
                var there = new HasManyRepository<TTarget, TKey, TProperties, TPatch>(new(new ConnectionSession(connection, session.Dialect), relation, key));
                return await there.AnyAsync(cancel).ConfigureAwait(false)
                    ? throw new ConstraintException($"{relation.Source.Name} {KeyText.Of(relation.KeyFromProperties, relation.SourceKeyParameter(key))} has its {relation.Name} already; delete or patch that one.")
                    : await there.CreateAsync(state.target, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Reads the target, or returns null when there is none. Of several, which only a unique foreign key keeps out, it is the first by its primary key.</summary>
    public ValueTask<TTarget?> FindAsync(CancellationToken cancellationToken = default) => query.FirstOrDefaultAsync(cancellationToken);

    /// <summary>Reads the target if it meets the filter's conditions, with the relations that the filter includes, or returns null.</summary>
    /// <inheritdoc cref="EntityQuery{TSelf,TEntity,TKey,TProperties,TPatch}.FindAsync" path="/exception"/>
    public ValueTask<TTarget?> FindAsync(Filter<TTarget> filter, CancellationToken cancellationToken = default) => query.Apply(filter).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Gives the target new values; all targets, if rows written past this relation have made several.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public async ValueTask<bool> PatchAsync(TPatch patch, CancellationToken cancellationToken = default) =>
        await targets.PatchAsync(patch, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Deletes the target; all targets, if rows written past this relation have made several.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> DeleteAsync(CancellationToken cancellationToken = default) =>
        await targets.DeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
}
