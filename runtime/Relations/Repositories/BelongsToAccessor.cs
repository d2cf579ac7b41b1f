using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;

namespace Relations;

/// <summary>The target to which one source holds a foreign key.</summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
public class BelongsToAccessor<TTarget, TKey, TProperties>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties>
{
    private readonly Query<TTarget, TKey, TProperties, Patch> query;

    /// <summary>Makes the accessor; runs no statement.</summary>
    /// <param name="source">The source, by its primary key.</param>
    public BelongsToAccessor(RelationSource source)
        : this(new Query<TTarget, TKey, TProperties, Patch>(ConstrainedQuery.Context<TTarget, TKey>(source), ConstrainedQuery.OfForeignKey(source.Relation, source.Key)))
    {
    }

    private BelongsToAccessor(Query<TTarget, TKey, TProperties, Patch> query) => this.query = query;

    /// <summary>Loads a relation of the target too.</summary>
    /// <inheritdoc cref="Selection{TSelf,TProperties}.Include"/>
    public BelongsToAccessor<TTarget, TKey, TProperties> Include<TScope>(Func<TProperties, RelationPath<TScope>> relation, Func<TScope, TScope>? scope = null) =>
        new(query.Include(relation, scope));

    /// <summary>Reads the target, or returns null when the source does not exist or its foreign key is null.</summary>
    public ValueTask<TTarget?> FindAsync(CancellationToken cancellationToken = default) => query.FirstOrDefaultAsync(cancellationToken);

    /// <summary>Reads the target if it meets the filter's conditions, with the relations that the filter includes, or returns null.</summary>
    /// <inheritdoc cref="EntityQuery{TSelf,TEntity,TKey,TProperties,TPatch}.FindAsync" path="/exception"/>
    public ValueTask<TTarget?> FindAsync(Filter<TTarget> filter, CancellationToken cancellationToken = default) => query.Apply(filter).FirstOrDefaultAsync(cancellationToken);
}
