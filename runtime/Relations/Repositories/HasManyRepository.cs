using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;

namespace Relations;

/// <summary>The targets of one source, which hold a foreign key to it.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public class HasManyRepository<TTarget, TKey, TProperties, TPatch> : Query<TTarget, TKey, TProperties, TPatch>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    private readonly RelationSource source;

    /// <summary>Makes the repository; runs no statement.</summary>
    /// <param name="source">The source.</param>
    public HasManyRepository(RelationSource source)
        : base(ConstrainedQuery.Context<TTarget, TKey>(source), ConstrainedQuery.ByForeignKey(source.Relation, source.Key)) => this.source = source;

    /// <summary>Adds a target of the source; its foreign key is filled in.</summary>
    /// <returns>The row as it was stored; the argument is not changed.</returns>
    /// <exception cref="ConstraintException">The target's foreign key names another source.</exception>
    /// <exception cref="NavigationPropertyException">The target carries data of a relation.</exception>
    /// <exception cref="ForeignKeyViolationException">There is no such source.</exception>
    public ValueTask<TTarget> CreateAsync(TTarget target, CancellationToken cancellationToken = default)
    {
        Check(target);
        return Context.Session.RunAsync(
            source.Relation.Polymorphic is null ? Access.Write : Access.Write | Access.Atomic,
            (Context, source, target, Key),
            static async (connection, state, cancel) =>
            {
                await RequireSourceAsync(connection, state.source, cancel).ConfigureAwait(false);
                return await Writing.InsertAsync(connection, state.Context.Dialect, state.Context.Definition, state.target, state.Key, replace: false, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Adds targets of the source, all or none; their foreign keys are filled in.</summary>
    /// <returns>The rows as they were stored, in the same order.</returns>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public ValueTask<List<TTarget>> CreateAllAsync(IEnumerable<TTarget> targets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var list = new List<TTarget>(targets);
        list.ForEach(Check);
        return list.Count == 0
            ? new([])
            : Context.Session.RunAsync(
                Access.Write | Access.Atomic,
                (Context, source, list, Key),
                static async (connection, state, cancel) =>
                {
                    await RequireSourceAsync(connection, state.source, cancel).ConfigureAwait(false);
                    return await Writing.InsertAsync(connection, state.Context.Dialect, state.Context.Definition, state.list, state.Key, replace: false, cancel).ConfigureAwait(false);
                },
                cancellationToken);
    }

    /// <summary>Refuses a target of a source that does not exist, where no foreign key can: that of a polymorphic relation refers to several tables.</summary>
    private static ValueTask RequireSourceAsync(Connection connection, RelationSource source, CancellationToken cancellationToken) =>
        source.Relation.Polymorphic is null ? default : Writing.RequireSourceAsync(connection, source.Session.Dialect, source.Relation, source.Key, cancellationToken);

    private ForeignKeyValue Key => ConstrainedQuery.ForeignKey(source.Relation, source.Key);

    internal void Check(TTarget target)
    {
        Writing.RejectRelationData(Context.Definition, target);
        ConstrainedKey.Check(Context.Definition, target, Key);
    }
}
