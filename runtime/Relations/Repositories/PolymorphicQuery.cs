using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>Some of the targets of one source, which are of several types, reached through link rows. A target that is linked several times comes once.</summary>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TProperties">The properties that all of them have.</typeparam>
/// <typeparam name="TPatch">The patch of these.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TThroughProperties">Its properties.</typeparam>
/// <typeparam name="TThroughPatch">Its patch.</typeparam>
/// <typeparam name="TTargetKey">The key by which a link names its target.</typeparam>
public class PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>
    : ThroughSelection<PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey>, TProperties, TThroughProperties>
    where TTarget : class where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch where TTargetKey : notnull
{
    internal PolymorphicQuery(Session session, QuerySpecification specification) : base(specification)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
    }

    internal Session Session { get; }

    internal PolymorphicTarget<TTarget> Types => (PolymorphicTarget<TTarget>)Specification.Target.Definition;

    internal KeyType<TTargetKey> TargetKeyType => new(Specification.Relation!.TargetKeyMapping);

    internal ThroughDefinition Through => Specification.Relation!.Through!;

    /// <summary>Reads all targets: one statement for the links, and one for each type that occurs. By default in the order of their keys, those with the same key in the order of their discriminators.</summary>
    /// <exception cref="InvalidPolymorphismException">A link's discriminator names no type of the relation.</exception>
    public async ValueTask<List<TTarget>> ToListAsync(CancellationToken cancellationToken = default) =>
        [.. (await Reading(Specification, isOfLinks: false, cancellationToken).ConfigureAwait(false)).Found().Select(static found => found.Target)];

    /// <summary>Reads the first target, or null where there is none.</summary>
    public async ValueTask<TTarget?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        (await AtMost(1).ToListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Reads the first target.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    public async ValueTask<TTarget> FirstAsync(CancellationToken cancellationToken = default) =>
        await FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>Reads the only target, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public async ValueTask<TTarget?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        var list = await AtMost(2).ToListAsync(cancellationToken).ConfigureAwait(false);
        return list.Count < 2 ? list.FirstOrDefault() : throw new InvalidOperationException($"More than one {Types.Name} meets the query; one was expected.");
    }

    /// <summary>Reads the only target.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public async ValueTask<TTarget> SingleAsync(CancellationToken cancellationToken = default) =>
        await SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>Reads all targets, then gives them one by one.</summary>
    public async IAsyncEnumerable<TTarget> AsAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var target in await ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return target;
        }
    }

    /// <summary>Whether there is a target.</summary>
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken = default) => Repositories.Reading.AnyAsync(Session, Specification, cancellationToken);

    /// <summary>How many targets there are.</summary>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => Repositories.Reading.CountAsync(Session, Specification, isOfLinks: false, cancellationToken);

    /// <summary>
    /// Applies a filter: its conditions and order name what all targets have in common, its inclusions relations of any of the types. Its conditions hold besides
    /// those of the query, its order replaces the query's, its page is counted within the query's.
    /// </summary>
    /// <exception cref="InvalidFilterException">The filter names what the targets do not have in common, or a value is of another type.</exception>
    /// <exception cref="InvalidInclusionException">All that is wrong is that relations in the filter's include are unknown or cannot be included.</exception>
    public PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> Apply(Filter<TTarget> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(filter.ApplyTo(Specification, Inclusions.Surroundings));
    }

    /// <summary>Reads the targets that a filter describes; <c>Apply(filter).ToListAsync()</c>.</summary>
    /// <exception cref="InvalidFilterException">The filter names what the targets do not have in common, or a value is of another type. No statement has run.</exception>
    /// <exception cref="InvalidInclusionException">All that is wrong is that relations in the filter's include are unknown or cannot be included. No statement has run.</exception>
    public ValueTask<List<TTarget>> FindAsync(Filter<TTarget> filter, CancellationToken cancellationToken = default) => Apply(filter).ToListAsync(cancellationToken);

    /// <summary>The links that match instead of the targets: one entry for each through row.</summary>
    public LinkQuery<TTarget, TThrough> Links() => new PolymorphicLinkQuery<TTarget, TThrough, TTargetKey>(Session, Specification);

    /// <summary>Gives the targets new values of what they have in common. A target keeps what the patch does not assign; the links stay as they are.</summary>
    /// <returns>How many targets were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public ValueTask<int> PatchAsync(TPatch patch, CancellationToken cancellationToken = default)
    {
        Writing.RejectEmpty(patch);
        return ForEachTypeAsync(
            (Types, patch),
            static (connection, dialect, state, targets, _, cancel) =>
                Writing.PatchAsync(connection, dialect, targets, new PolymorphicPatch(state.patch, state.Types, targets.Target.Definition), isOfLinks: false, cancel),
            cancellationToken);
    }

    /// <summary>Deletes the targets, and every link of this relation's through model that leads to them, from any source.</summary>
    /// <returns>How many targets were deleted.</returns>
    /// <exception cref="ForeignKeyViolationException">Other rows refer to one of them; nothing was deleted.</exception>
    public ValueTask<int> DeleteAsync(CancellationToken cancellationToken = default) =>
        ForEachTypeAsync(
            state: 0,
            static async (connection, dialect, _, targets, links, cancel) =>
            {
                await Writing.LockAsync(connection, dialect, targets, RowLock.Delete, cancel).ConfigureAwait(false);
                await Writing.DeleteAsync(connection, dialect, links, isOfLinks: false, cancel).ConfigureAwait(false);
                return await Writing.DeleteAsync(connection, dialect, targets, isOfLinks: false, cancel).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Gives the links that match new values; targets stay as they are.</summary>
    /// <returns>How many links were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    /// <exception cref="ConstraintException">The patch assigns a key of the relation, or its discriminator.</exception>
    public ValueTask<int> PatchLinksAsync(TThroughPatch patch, CancellationToken cancellationToken = default)
    {
        Writing.RejectEmpty(patch);
        ConstrainedKey.RejectAny(patch, Through.Pair);
        return Session.RunAsync(
            Access.Write,
            (Session.Dialect, Specification, patch),
            static (connection, state, cancel) => Writing.PatchAsync(connection, state.Dialect, state.Specification, state.patch, isOfLinks: true, cancel),
            cancellationToken);
    }

    /// <summary>Removes the links that match; the targets stay.</summary>
    /// <returns>How many links were removed.</returns>
    public ValueTask<int> UnlinkAllAsync(CancellationToken cancellationToken = default) =>
        Session.RunAsync(
            Access.Write,
            (Session.Dialect, Specification),
            static (connection, state, cancel) => Writing.DeleteAsync(connection, state.Dialect, state.Specification, isOfLinks: true, cancel),
            cancellationToken);

    /// <summary>The statement that reads the links, and its parameters, for a person to look at.</summary>
    public string ToSql() => new PolymorphicLinkQuery<TTarget, TThrough, TTargetKey>(Session, Specification).ToSql(isOfLinks: false);

    private protected override PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> With(QuerySpecification specification) =>
        new(Session, specification);

    private PolymorphicQuery<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey> AtMost(int count) =>
        Specification.Take < count ? this : Take(count);

    private InclusionContext Inclusions => new(Session, resolvers: null);

    private EntityNotFoundException None() => new($"Entity not found: no {Types.Name} meets the query");

    private ValueTask<PolymorphicLinks<TTarget, TThrough, TTargetKey>> Reading(QuerySpecification query, bool isOfLinks, CancellationToken cancellationToken) =>
        new PolymorphicLinkQuery<TTarget, TThrough, TTargetKey>(Session, query).ReadAsync(isOfLinks, cancellationToken);

    /// <summary>Finds the keys of the targets, then does something to those of each type, in one transaction.</summary>
    private ValueTask<int> ForEachTypeAsync<TState>(
        TState state,
        Func<Connection, SqlDialect, TState, QuerySpecification, QuerySpecification, CancellationToken, ValueTask<int>> write,
        CancellationToken cancellationToken) =>
        Session.RunAsync(
            Access.Write | Access.Atomic,
            (query: this, state, write),
            static async (connection, all, cancel) =>
            {
                var (query, state, write) = all;
                var changed = 0;
                var dialect = query.Session.Dialect;
                var links = new PolymorphicLinks<TTarget, TThrough, TTargetKey>(query.Specification, new(query.Session, new(query.Types)), isOfLinks: false);
                await links.ReadLinksAsync(connection, cancel).ConfigureAwait(false);
                foreach (var ofType in links.Keys())
                {
                    var type = query.Types.TypedTypes[ofType.Key];
                    var keys = query.TargetKeyType.ListOf([.. ofType]);
                    changed += await write(
                        connection,
                        dialect,
                        state,
                        ConstrainedQuery.Among(type.Definition, type.KeyToProperties, keys),
                        ConstrainedQuery.LinksTo(query.Through.Only(type.Discriminator), keys),
                        cancel).ConfigureAwait(false);
                }

                return changed;
            },
            cancellationToken);
}
