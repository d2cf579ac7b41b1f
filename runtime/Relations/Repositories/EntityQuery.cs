using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;

namespace Relations;

/// <summary>What ends a query, whatever it starts from. Rows come in the order of their primary key unless the query orders them.</summary>
/// <typeparam name="TSelf">What an operator returns.</typeparam>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public abstract class EntityQuery<TSelf, TEntity, TKey, TProperties, TPatch> : OrderedSelection<TSelf, TProperties>
    where TSelf : EntityQuery<TSelf, TEntity, TKey, TProperties, TPatch>
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    private protected EntityQuery(EntityContext<TEntity, TKey> context, QuerySpecification? specification) : base(specification) => Context = context;

    internal EntityContext<TEntity, TKey> Context { get; private protected set; }

    /// <summary>Reads all rows.</summary>
    /// <exception cref="InvalidInclusionException">An included relation is disabled. No statement has run.</exception>
    public ValueTask<List<TEntity>> ToListAsync(CancellationToken cancellationToken = default) => Reading.ListAsync(Context, Specification, cancellationToken);

    /// <summary>Reads the first row, or returns null when there is none.</summary>
    public ValueTask<TEntity?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => Reading.FirstAsync(Context, AtMost(1), cancellationToken);

    /// <summary>Reads the first row.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    public async ValueTask<TEntity> FirstAsync(CancellationToken cancellationToken = default) =>
        await FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>Reads the only row, or returns null when there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public async ValueTask<TEntity?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        var list = await Reading.ListAsync(Context, AtMost(2), cancellationToken).ConfigureAwait(false);
        return list.Count switch
        {
            0 => null,
            1 => list[0],
            _ => throw new InvalidOperationException($"More than one {Context.Definition.Name} meets the query; one was expected."),
        };
    }

    /// <summary>Reads the only row.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public async ValueTask<TEntity> SingleAsync(CancellationToken cancellationToken = default) =>
        await SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw None();

    /// <summary>Reads the row with this primary key, if it meets the query's conditions; Skip and Take play no part.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    public ValueTask<TEntity> FindByIdAsync(TKey id, CancellationToken cancellationToken = default)
    {
        var finding = FindByIdOrDefaultAsync(id, cancellationToken);
        return !finding.IsCompletedSuccessfully ? WaitAsync(finding, id)
            : finding.Result is { } found ? new(found)
            : ValueTask.FromException<TEntity>(NotFound(id));

        async ValueTask<TEntity> WaitAsync(ValueTask<TEntity?> finding, TKey id) => await finding.ConfigureAwait(false) ?? throw NotFound(id);
    }

    /// <summary>Reads the row with this primary key, or returns null when there is none that meets the query's conditions; Skip and Take play no part.</summary>
    public ValueTask<TEntity?> FindByIdOrDefaultAsync(TKey id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Specification.IsOfWholeRows ? Reading.RowAsync(Context, id, cancellationToken) : Reading.FirstAsync(Context, ById(id), cancellationToken);
    }

    /// <summary>Whether there is a row with this primary key that meets the query's conditions; Skip and Take play no part.</summary>
    public ValueTask<bool> ExistsAsync(TKey id, CancellationToken cancellationToken = default) => Reading.AnyAsync(Context.Session, ById(id), cancellationToken);

    /// <summary>Whether there are any rows.</summary>
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken = default) => Reading.AnyAsync(Context.Session, Specification, cancellationToken);

    /// <summary>How many rows there are.</summary>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => Reading.CountAsync(Context.Session, Specification, isOfLinks: false, cancellationToken);

    /// <summary>Reads the rows one by one. A query with inclusions, or one in a transaction, is read whole before the first.</summary>
    public IAsyncEnumerable<TEntity> AsAsyncEnumerable() => Reading.StreamAsync(Context, Specification);

    /// <summary>The statement that reads the rows, and its parameters, for a person to look at. Those of inclusions are not in it.</summary>
    public string ToSql() => Reading.ToSql(Context, Specification);

    /// <summary>
    /// Applies a filter: its conditions hold besides those of the query, its order replaces the query's, its page is counted within the query's,
    /// and of the query's columns only those are read that it asks for. So a filter narrows a query and never widens it.
    /// </summary>
    /// <exception cref="InvalidFilterException">The filter names what the entity does not have, or a value is of another type.</exception>
    /// <exception cref="InvalidInclusionException">All that is wrong is that relations in the filter's include are unknown or cannot be included.</exception>
    public TSelf Apply(Filter<TEntity> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(filter.ApplyTo(Specification, Context.Inclusions.Surroundings));
    }

    /// <summary>Reads the rows that a filter describes; <c>Apply(filter).ToListAsync()</c>.</summary>
    /// <exception cref="InvalidFilterException">The filter names what the entity does not have, or a value is of another type. No statement has run.</exception>
    /// <exception cref="InvalidInclusionException">All that is wrong is that relations in the filter's include are unknown or cannot be included. No statement has run.</exception>
    public ValueTask<List<TEntity>> FindAsync(Filter<TEntity> filter, CancellationToken cancellationToken = default) => Apply(filter).ToListAsync(cancellationToken);

    internal QuerySpecification ById(TKey id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Specification.WithoutPage().Where(Specification.Target.PrimaryKeyIs(new KeyParameter<TEntity, TKey>(Context.Definition, id)));
    }

    /// <summary>The row with this primary key, for messages.</summary>
    private protected string RowOf(TKey id) => $"{Context.Definition.Name} with id {KeyText.Of(Context.Definition.PrimaryKey, new KeyParameter<TEntity, TKey>(Context.Definition, id))}";

    private protected EntityNotFoundException NotFound(TKey id) => new($"Entity not found: {RowOf(id)}");

    private QuerySpecification AtMost(int count) => Specification.Take < count ? Specification : Specification.WithTake(count);

    private EntityNotFoundException None() => new($"Entity not found: no {Context.Definition.Name} meets the query");
}
