using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;

namespace Relations;

/// <summary>The targets of one source, which are of several types, reached through link rows. The type of an object decides its table, and the discriminator of its link.</summary>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TProperties">The properties that all of them have.</typeparam>
/// <typeparam name="TPatch">The patch of these.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TThroughProperties">Its properties.</typeparam>
/// <typeparam name="TThroughPatch">Its patch.</typeparam>
/// <typeparam name="TTargetKey">The key by which a link names its target.</typeparam>
/// <typeparam name="TThroughData">What a new link carries besides its keys and its discriminator.</typeparam>
public class PolymorphicThroughRepository<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>
    : PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>
    where TTarget : class where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
    where TTargetKey : notnull where TThroughData : class
{
    private readonly HasManyDefinition relation;
    private readonly object sourceKey;

    /// <summary>Makes the repository; runs no statement.</summary>
    /// <param name="source">The source.</param>
    public PolymorphicThroughRepository(RelationSource source) : base(source.Session, ConstrainedQuery.ByLinks(source.Relation, source.Key))
    {
        relation = (HasManyDefinition)source.Relation;
        sourceKey = source.Key;
    }

    /// <summary>Adds a target to the table of its type and links it to the source, both or neither.</summary>
    /// <returns>The target as it was stored; the argument is not changed.</returns>
    /// <exception cref="ConstraintException">The target's key is a Guid that nobody has set, or a trigger kept the target or its link out without an error; nothing was written.</exception>
    /// <exception cref="InvalidPolymorphismException">The relation does not lead to the target's type.</exception>
    /// <exception cref="NavigationPropertyException">The target carries data of a relation.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source.</exception>
    /// <exception cref="UniqueViolationException">A row with the same key or unique value exists.</exception>
    public ValueTask<TTarget> CreateAsync(TTarget target, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(throughData);
        var type = Types.TypeOf(target);
        return type.Accept(new PolymorphicWriting<TTarget, TThrough, TTargetKey>(Session, target, Linking(type, throughData), cancellationToken));
    }

    /// <summary>Adds targets, each to the table of its type, and links each to the source, all or none. Those of one type are added together, in the order in which the types first occur.</summary>
    /// <param name="targets">The targets; the arguments are not changed.</param>
    /// <param name="throughData">What each link carries. What is not assigned has the through model's initial value, of each link its own.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The targets as they were stored, in the same order.</returns>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public ValueTask<List<TTarget>> CreateAllAsync(IEnumerable<TTarget> targets, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(throughData);
        var list = new List<TTarget>(targets);
        var stored = new TTarget[list.Count];
        var batches = Enumerable.Range(0, list.Count)
            .GroupBy(place => Types.TypeOf(list[place]))
            .Select(places => places.Key.Accept(new PolymorphicBatch<TTarget, TThrough, TTargetKey>(Session.Dialect, list, [.. places], Linking(places.Key, throughData).Link, stored)))
            .ToList();
        return batches.Count == 0
            ? new([])
            : Session.RunAsync(
                Access.Write | Access.Atomic,
                (batches, stored, linking: Linking(Types.TypedTypes[0], throughData)),
                static async (connection, state, cancel) =>
                {
                    await state.linking.RequireSourceAsync(connection, cancel).ConfigureAwait(false);
                    foreach (var batch in state.batches)
                    {
                        await batch(connection, cancel).ConfigureAwait(false);
                    }

                    return new List<TTarget>(state.stored);
                },
                cancellationToken);
    }

    /// <summary>Links a target to the source. Where the through model says that source, target and discriminator are unique together, linking it again changes nothing.</summary>
    /// <param name="target">The target; its type and its key count.</param>
    /// <param name="throughData">What the link carries.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether a link was added.</returns>
    /// <exception cref="InvalidPolymorphismException">The relation does not lead to the target's type.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source or target.</exception>
    public ValueTask<bool> LinkAsync(TTarget target, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(throughData);
        var type = Types.TypeOf(target);
        var linking = Linking(type, throughData);
        return Session.RunAsync(
            linking.Access,
            (linking, key: KeyOf(type, target)),
            static async (connection, state, cancel) => await state.linking.LinkAsync(connection, state.key, cancel).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    /// <summary>Links targets to the source, all or none: in one statement for each type, unless links have initial values of their own, such as <c>Guid.NewGuid()</c>.</summary>
    /// <param name="targets">The targets; their types and their keys count.</param>
    /// <param name="throughData">What each link carries. What is not assigned has the through model's initial value, of each link its own.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How many links were added.</returns>
    /// <inheritdoc cref="LinkAsync" path="/exception"/>
    public ValueTask<int> LinkAllAsync(IEnumerable<TTarget> targets, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(throughData);
        var batches = OfTypes(targets, throughData).Where(static batch => batch.Keys.Count > 0).Select(static batch => (batch.Linking, batch.Keys, Rows: batch.Linking.Link.RowsOf(batch.Keys))).ToList();
        return batches.Count == 0
            ? new(0)
            : Session.RunAsync(
                Access.Write | Access.Atomic,
                batches,
                static async (connection, batches, cancel) =>
                {
                    var added = 0;
                    foreach (var (linking, keys, rows) in batches)
                    {
                        added += await linking.LinkAllAsync(connection, keys, rows, cancel).ConfigureAwait(false);
                    }

                    return added;
                },
                cancellationToken);
    }

    /// <summary>Makes these targets the source's only ones: links those that are not linked, and removes the links of all others, of whatever type of the relation.</summary>
    /// <param name="targets">The targets; their types and their keys count. One that comes several times counts once.</param>
    /// <param name="throughData">What each new link carries. Links that stay keep their data.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="InvalidPolymorphismException">The relation does not lead to a target's type; nothing was changed.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source or target; nothing was changed.</exception>
    public ValueTask<SetResult> SetAsync(IEnumerable<TTarget> targets, TThroughData throughData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(throughData);
        return Session.RunAsync(
            Access.Write | Access.Atomic,
            (repository: this, batches: OfTypes(targets, throughData)),
            static async (connection, state, cancel) =>
            {
                var (repository, batches) = state;
                await Writing.LockSourceAsync(connection, repository.Session.Dialect, repository.relation, repository.sourceKey, cancel).ConfigureAwait(false);
                SetResult all = default;
                foreach (var (linking, keys) in batches)
                {
                    var ofType = await linking.SetAsync(connection, keys, cancel).ConfigureAwait(false);
                    all = new(all.Added + ofType.Added, all.Removed + ofType.Removed, all.Kept + ofType.Kept);
                }

                return all;
            },
            cancellationToken);
    }

    /// <summary>Removes every link between the source and a target; the target stays.</summary>
    /// <param name="target">The target; its type and its key count.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How many links were removed; 0 when there was none.</returns>
    /// <exception cref="InvalidPolymorphismException">The relation does not lead to the target's type.</exception>
    public ValueTask<int> UnlinkAsync(TTarget target, CancellationToken cancellationToken = default)
    {
        var type = Types.TypeOf(target);
        return Session.RunAsync(
            Access.Write,
            (linking: Linking(type, throughData: null), key: KeyOf(type, target)),
            static (connection, state, cancel) => state.linking.UnlinkAsync(connection, state.key, cancel),
            cancellationToken);
    }

    /// <summary>The same source of the relation to the targets of one type alone. Called by generated code.</summary>
    /// <param name="place">The type's place among those of the relation.</param>
    protected RelationSource OfType(int place) => new(Session, relation.OfType(place), sourceKey);

    private static TTargetKey KeyOf(ConcreteType<TTarget> type, TTarget target) => type.Accept(new KeyOfTarget(target));

    /// <summary>Each type of the relation, in the same order always, and the keys of the targets that are of it.</summary>
    private List<(Linking<TThrough, TTargetKey> Linking, List<TTargetKey> Keys)> OfTypes(IEnumerable<TTarget> targets, TThroughData throughData)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var ofType = targets.ToLookup(Types.TypeOf);
        return Types.TypedTypes.Select(type => (Linking(type, throughData), ofType[type].Select(target => KeyOf(type, target)).ToList())).ToList();
    }

    /// <summary>Links targets of one type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="throughData">What a new link carries; null where none is made.</param>
    private Linking<TThrough, TTargetKey> Linking(ConcreteType<TTarget> type, TThroughData? throughData) =>
        new(Session.Dialect, relation.OfType(Types.PlaceOf(type)), sourceKey, throughData as ThroughData<TThrough>);

    private sealed class KeyOfTarget(TTarget target) : IConcreteTypeVisitor<TTarget, TTargetKey>
    {
        public TTargetKey Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget
        {
            return new KeyType<TTargetKey>(type.KeyMapping).TryTake(type.TypedDefinition, (TConcrete)target, type.KeyToProperties, out var key) ? key : throw new ArgumentNullException(nameof(target), $"{type.Definition.Name}.{type.KeyTo} is null.");
        }
    }
}
