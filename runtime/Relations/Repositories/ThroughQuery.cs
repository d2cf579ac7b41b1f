using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>Some of the targets of one source, reached through link rows. A target that is linked several times comes once.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TThroughProperties">Its properties.</typeparam>
/// <typeparam name="TThroughPatch">Its patch.</typeparam>
/// <typeparam name="TTargetKey">The key by which a link names its target.</typeparam>
public class ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>
    : EntityQuery<ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>, TTarget, TKey, TProperties, TPatch>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch where TTargetKey : notnull
{
    internal ThroughQuery(EntityContext<TTarget, TKey> context, QuerySpecification? specification) : base(context, specification) { }

    /// <summary>Only targets with a link that, with them, meets the condition.</summary>
    public ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> Where(Func<TProperties, TThroughProperties, Condition> condition) =>
        With(Specification.Where(condition));

    /// <summary>Orders by the column, nulls first, instead of any order before. A column of the links counts by its least value for a target.</summary>
    public ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> OrderBy(Func<TProperties, TThroughProperties, Column> column) =>
        With(Specification.OrderBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, instead of any order before. A column of the links counts by its greatest value for a target.</summary>
    public ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> OrderByDescending(Func<TProperties, TThroughProperties, Column> column) =>
        With(Specification.OrderBy(column, descending: true));

    /// <summary>Orders by the column, nulls first, where the order so far leaves rows equal.</summary>
    public ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> ThenBy(Func<TProperties, TThroughProperties, Column> column) =>
        With(Specification.ThenBy(column, descending: false));

    /// <summary>Orders by the column from greatest to least, nulls last, where the order so far leaves rows equal.</summary>
    public ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> ThenByDescending(Func<TProperties, TThroughProperties, Column> column) =>
        With(Specification.ThenBy(column, descending: true));

    /// <summary>The links that match instead of the targets: one entry for each through row. By default in the order of the targets' primary key.</summary>
    public LinkQuery<TTarget, TThrough> Links() => new LinkQuery<TTarget, TKey, TThrough, TTargetKey>(Context, Specification);

    /// <summary>Gives the targets new values. A target keeps what the patch does not assign; the links stay as they are.</summary>
    /// <returns>How many targets were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public ValueTask<int> PatchAsync(TPatch patch, CancellationToken cancellationToken = default)
    {
        Writing.RejectEmpty(patch);
        return Context.Session.RunAsync(
            Access.Write,
            (Context.Dialect, Specification, patch),
            static (connection, state, cancel) => Writing.PatchAsync(connection, state.Dialect, state.Specification, state.patch, isOfLinks: false, cancel),
            cancellationToken);
    }

    /// <summary>Gives the links that match new values; targets stay as they are.</summary>
    /// <returns>How many links were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    /// <exception cref="ConstraintException">The patch assigns a key of the relation.</exception>
    public ValueTask<int> PatchLinksAsync(TThroughPatch patch, CancellationToken cancellationToken = default)
    {
        Writing.RejectEmpty(patch);
        ConstrainedKey.RejectAny(patch, Through.Pair);
        return Context.Session.RunAsync(
            Access.Write,
            (Context.Dialect, Specification, patch),
            static (connection, state, cancel) => Writing.PatchAsync(connection, state.Dialect, state.Specification, state.patch, isOfLinks: true, cancel),
            cancellationToken);
    }

    /// <summary>Deletes the targets, and every link of this relation's through model that leads to them, from any source.</summary>
    /// <returns>How many targets were deleted.</returns>
    /// <exception cref="ForeignKeyViolationException">Other rows refer to one of them; nothing was deleted.</exception>
    public ValueTask<int> DeleteAsync(CancellationToken cancellationToken = default) =>
        Context.Session.RunAsync(
            Access.Write | Access.Atomic,
            (Context.Dialect, Specification),
            static async (connection, state, cancel) =>
            {
                var (dialect, query) = state;
                var relation = query.Relation!;
                var type = new KeyType<TTargetKey>(relation.TargetKeyMapping);
                var keys = await Writing.KeysAsync(connection, dialect, query, relation.KeyToProperties, type, RowLock.Delete, cancel).ConfigureAwait(false);
                if (keys.Count == 0)
                {
                    return 0;
                }

                await Writing.DeleteAsync(connection, dialect, ConstrainedQuery.LinksTo(relation.Through!, type.ListOf(keys)), isOfLinks: false, cancel).ConfigureAwait(false);
                return await Writing.DeleteAsync(connection, dialect, ConstrainedQuery.Among(relation.Target, relation.KeyToProperties, type.ListOf(keys)), isOfLinks: false, cancel).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Removes the links that match; the targets stay.</summary>
    /// <returns>How many links were removed.</returns>
    public ValueTask<int> UnlinkAllAsync(CancellationToken cancellationToken = default) =>
        Context.Session.RunAsync(
            Access.Write,
            (Context.Dialect, Specification),
            static (connection, state, cancel) => Writing.DeleteAsync(connection, state.Dialect, state.Specification, isOfLinks: true, cancel),
            cancellationToken);

    internal KeyType<TTargetKey> TargetKeyType => new(Relation.TargetKeyMapping);

    internal ThroughDefinition Through => Relation.Through!;

    private protected virtual HasManyDefinition Relation => Specification.Relation!;

    private protected override ThroughQuery<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> With(QuerySpecification specification) =>
        new(Context, specification);
}
