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
    private readonly RelationDefinition relation;
    private readonly object sourceKey;
    private readonly HasManyRepository<TTarget, TKey, TProperties, TPatch> targets;
    private readonly Query<TTarget, TKey, TProperties, TPatch> query;

    /// <summary>Makes the repository; runs no statement.</summary>
    /// <param name="session">Where its statements run.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="sourceKey">The value of the relation's <see cref="RelationDefinition.KeyFrom"/>; that there is such a source is not checked.</param>
    public HasOneRepository(Session session, RelationDefinition relation, object sourceKey) : this(session, relation, sourceKey, query: null) { }

    private HasOneRepository(Session session, RelationDefinition relation, object sourceKey, Query<TTarget, TKey, TProperties, TPatch>? query)
    {
        this.relation = relation;
        this.sourceKey = sourceKey;
        targets = new(session, relation, sourceKey);
        this.query = query ?? targets;
    }

    /// <summary>Loads a relation of the target too.</summary>
    /// <inheritdoc cref="Selection{TSelf,TProperties}.Include"/>
    public HasOneRepository<TTarget, TKey, TProperties, TPatch> Include<TScope>(Func<TProperties, RelationPath<TScope>> relation, Func<TScope, TScope>? scope = null) =>
        new(targets.Context.Session, this.relation, sourceKey, query.Include(relation, scope));

    /// <summary>Adds the target; its foreign key is filled in.</summary>
    /// <returns>The row as it was stored; the argument is not changed.</returns>
    /// <exception cref="ConstraintException">The source has a target already, or the target's foreign key names another source.</exception>
    /// <exception cref="NavigationPropertyException">The target carries data of a relation.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source.</exception>
    public ValueTask<TTarget> CreateAsync(TTarget target, CancellationToken cancellationToken = default)
    {
        targets.Check(target);
        return targets.Context.Session.RunAsync(
            Access.Write | Access.Atomic,
            (targets, target, relation, sourceKey),
            static async (connection, state, cancel) =>
            {
                await Writing.LockSourceAsync(connection, state.targets.Context.Dialect, state.relation, state.sourceKey, cancel).ConfigureAwait(false);
                var on = new ConnectionSession(connection, state.targets.Context.Dialect);
                var there = new HasManyRepository<TTarget, TKey, TProperties, TPatch>(on, state.relation, state.sourceKey);
                return await there.AnyAsync(cancel).ConfigureAwait(false)
                    ? throw new ConstraintException($"{state.relation.Source.Name} {state.sourceKey} has a {state.relation.Name} already; delete or patch that one.")
                    : await there.CreateAsync(state.target, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Reads the target, or returns null when there is none.</summary>
    public ValueTask<TTarget?> FindAsync(CancellationToken cancellationToken = default) => query.FirstOrDefaultAsync(cancellationToken);

    /// <summary>Reads the target if it meets the filter's conditions, with the relations that the filter includes, or returns null.</summary>
    /// <inheritdoc cref="EntityQuery{TSelf,TEntity,TKey,TProperties,TPatch}.FindAsync" path="/exception"/>
    public ValueTask<TTarget?> FindAsync(Filter<TTarget> filter, CancellationToken cancellationToken = default) => query.Apply(filter).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Gives the target new values.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public async ValueTask<bool> PatchAsync(TPatch patch, CancellationToken cancellationToken = default) =>
        await targets.PatchAsync(patch, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Deletes the target.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> DeleteAsync(CancellationToken cancellationToken = default) =>
        await targets.DeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
}
