using Relations.Definitions;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;

namespace Relations;

/// <summary>Some rows of an entity.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public class Query<TEntity, TKey, TProperties, TPatch> : EntityQuery<Query<TEntity, TKey, TProperties, TPatch>, TEntity, TKey, TProperties, TPatch>
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    internal Query(EntityContext<TEntity, TKey> context, QuerySpecification specification) : base(context, specification) { }

    /// <summary>Gives the rows new values. A row keeps what the patch does not assign.</summary>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public ValueTask<int> PatchAsync(TPatch patch, CancellationToken cancellationToken = default)
    {
        Writing.RejectEmpty(patch);
        if (Specification.FixedKey is { } key)
        {
            ConstrainedKey.Check(patch, key);
        }

        return Context.Session.RunAsync(
            Access.Write,
            (Context.Dialect, Specification, patch),
            static (connection, state, cancel) => Writing.PatchAsync(connection, state.Dialect, state.Specification, state.patch, isOfLinks: false, cancel),
            cancellationToken);
    }

    /// <summary>Deletes the rows.</summary>
    /// <returns>How many rows were deleted.</returns>
    public ValueTask<int> DeleteAsync(CancellationToken cancellationToken = default) =>
        Context.Session.RunAsync(
            Access.Write,
            (Context.Dialect, Specification),
            static (connection, state, cancel) => Writing.DeleteAsync(connection, state.Dialect, state.Specification, isOfLinks: false, cancel),
            cancellationToken);

    private protected override Query<TEntity, TKey, TProperties, TPatch> With(QuerySpecification specification) => new(Context, specification);
}
