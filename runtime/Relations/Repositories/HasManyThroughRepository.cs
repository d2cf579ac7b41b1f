using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>The targets of one source, reached through link rows: find, create, patch, delete, link and unlink without leaving the relation.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TThroughProperties">Its properties.</typeparam>
/// <typeparam name="TThroughPatch">Its patch.</typeparam>
/// <typeparam name="TTargetKey">The key by which a link names its target.</typeparam>
/// <typeparam name="TThroughData">What a new link carries besides its keys.</typeparam>
public class HasManyThroughRepository<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>
    : ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
    where TTargetKey : notnull where TThroughData : class
{
    private readonly HasManyDefinition relation;
    private readonly object sourceKey;

    /// <summary>Makes the repository; runs no statement.</summary>
    /// <param name="source">The source.</param>
    public HasManyThroughRepository(RelationSource source)
        : base(ConstrainedQuery.Context<TTarget, TKey>(source), specification: null)
    {
        relation = (HasManyDefinition)source.Relation;
        sourceKey = source.Key;
    }

    /// <summary>Adds a target and links it to the source, both or neither.</summary>
    /// <returns>The target as it was stored; the argument is not changed.</returns>
    /// <exception cref="ConstraintException">The target's key is a Guid that nobody has set, or a trigger kept the target or its link out without an error; nothing was written.</exception>
    /// <exception cref="NavigationPropertyException">The target carries data of a relation.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source.</exception>
    /// <exception cref="UniqueViolationException">A row with the same key or unique value exists.</exception>
    public ValueTask<TTarget> CreateAsync(TTarget target, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        Writing.RejectRelationData(Context.Definition, target);
        var linking = Linking(throughData);
        return Context.Session.RunAsync(
            linking.AccessToCreate(relation.KeyToProperties),
            (repository: this, target, linking),
            static async (connection, state, cancel) =>
            {
                var (context, relation) = (state.repository.Context, state.repository.relation);
                await state.linking.RequireSourceAsync(connection, cancel).ConfigureAwait(false);
                return await state.linking.Link.CreateAsync(connection, context.Dialect, context.Definition, state.target, relation.KeyToProperties, state.repository.TargetKeyType, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Adds targets and links each to the source, all or none.</summary>
    /// <param name="targets">The targets; the arguments are not changed.</param>
    /// <param name="throughData">What each link carries. What is not assigned has the through model's initial value, of each link its own.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The targets as they were stored, in the same order.</returns>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public ValueTask<List<TTarget>> CreateAllAsync(IEnumerable<TTarget> targets, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var list = new List<TTarget>(targets);
        list.ForEach(target => Writing.RejectRelationData(Context.Definition, target));
        var linking = Linking(throughData);
        return list.Count == 0
            ? new([])
            : Context.Session.RunAsync(
                Access.Write | Access.Atomic,
                (repository: this, list, linking),
                static async (connection, state, cancel) =>
                {
                    var (repository, list, linking) = state;
                    var context = repository.Context;
                    await linking.RequireSourceAsync(connection, cancel).ConfigureAwait(false);
                    return await linking.Link.CreateAllAsync(connection, context.Dialect, context.Definition, list, repository.relation.KeyToProperties, repository.TargetKeyType, cancel).ConfigureAwait(false);
                },
                cancellationToken);
    }

    /// <summary>Links a target to the source. Where the through model says that a pair is unique, linking it again changes nothing.</summary>
    /// <param name="targetKey">The key by which links name the target: its primary key, unless the relation says otherwise (<see cref="RelationDefinition.KeyTo"/>).</param>
    /// <param name="throughData">What the link carries.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether a link was added.</returns>
    /// <exception cref="ForeignKeyViolationException">There is no such source or target.</exception>
    public ValueTask<bool> LinkAsync(TTargetKey targetKey, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targetKey);
        var linking = Linking(throughData);
        return Context.Session.RunAsync(
            linking.Access,
            (linking, targetKey),
            static async (connection, state, cancel) => await state.linking.LinkAsync(connection, state.targetKey, cancel).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    /// <summary>Links targets to the source, all or none: in one statement, unless links have initial values of their own, such as <c>Guid.NewGuid()</c>.</summary>
    /// <param name="targetKeys">The keys by which links name the targets: their primary keys, unless the relation says otherwise (<see cref="RelationDefinition.KeyTo"/>).</param>
    /// <param name="throughData">What each link carries. What is not assigned has the through model's initial value, of each link its own.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How many links were added.</returns>
    /// <exception cref="ForeignKeyViolationException">There is no such source or target.</exception>
    public ValueTask<int> LinkAllAsync(IEnumerable<TTargetKey> targetKeys, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        var keys = Checked(targetKeys);
        var linking = Linking(throughData);
        var rows = linking.Link.RowsOf(keys);
        return keys.Count == 0
            ? new(0)
            : Context.Session.RunAsync(
                linking.Access | NewLink<TThrough, TTargetKey>.AccessToWrite(rows),
                (linking, keys, rows),
                static (connection, state, cancel) => state.linking.LinkAllAsync(connection, state.keys, state.rows, cancel),
                cancellationToken);
    }

    /// <summary>Makes these targets the source's only ones: links those that are not linked, and removes the links of all others.</summary>
    /// <param name="targetKeys">The keys by which links name the targets: their primary keys, unless the relation says otherwise (<see cref="RelationDefinition.KeyTo"/>); one that comes several times counts once.</param>
    /// <param name="throughData">What each new link carries. Links that stay keep their data.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ForeignKeyViolationException">There is no such source or target; nothing was changed.</exception>
    public ValueTask<SetResult> SetAsync(IEnumerable<TTargetKey> targetKeys, TThroughData throughData, CancellationToken cancellationToken = default) =>
        Context.Session.RunAsync(
            Access.Write | Access.Atomic,
            (repository: this, linking: Linking(throughData), keys: Checked(targetKeys)),
            static async (connection, state, cancel) =>
            {
                var (repository, linking, keys) = state;
                await Writing.LockSourceAsync(connection, repository.Context.Dialect, repository.relation, repository.sourceKey, cancel).ConfigureAwait(false);
                return await linking.SetAsync(connection, keys, cancel).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Removes every link between the source and a target; the target stays.</summary>
    /// <param name="targetKey">The key by which links name the target: its primary key, unless the relation says otherwise (<see cref="RelationDefinition.KeyTo"/>).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How many links were removed; 0 when there was none.</returns>
    public ValueTask<int> UnlinkAsync(TTargetKey targetKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targetKey);
        return Context.Session.RunAsync(
            Access.Write,
            (linking: new Linking<TThrough, TTargetKey>(Context.Dialect, relation, sourceKey, carried: null), targetKey),
            static (connection, state, cancel) => state.linking.UnlinkAsync(connection, state.targetKey, cancel),
            cancellationToken);
    }

    private protected override HasManyDefinition Relation => relation;

    private protected override QuerySpecification Start() => ConstrainedQuery.ByLinks(relation, sourceKey);

    private static List<TTargetKey> Checked(IEnumerable<TTargetKey> targetKeys)
    {
        ArgumentNullException.ThrowIfNull(targetKeys);
        var keys = new List<TTargetKey>(targetKeys);
        return keys.Exists(static key => key is null) ? throw new ArgumentNullException(nameof(targetKeys), "A target key is null.") : keys;
    }

    private Linking<TThrough, TTargetKey> Linking(TThroughData throughData)
    {
        ArgumentNullException.ThrowIfNull(throughData);
        return new(Context.Dialect, relation, sourceKey, throughData as ThroughData<TThrough>);
    }
}
