using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Relations.AspNetCore;

/// <summary>
/// The conditions in the query string of a request that changes or deletes rows: <c>?where={json}</c> or <c>?where[name]=Luigi</c>, as LoopBack has them.
/// Without any, all rows are meant; so that none is overlooked, the name counts in any case, and a filter or empty conditions are refused.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class WhereQuery<TEntity> where TEntity : class
{
    private WhereQuery(Filter<TEntity> filter) => Filter = filter;

    /// <summary>A filter that has the conditions and nothing else.</summary>
    public Filter<TEntity> Filter { get; }

    /// <summary>A filter that has the conditions and nothing else.</summary>
    public static implicit operator Filter<TEntity>(WhereQuery<TEntity> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Filter;
    }

    /// <summary>Reads the conditions; minimal APIs call it for a parameter of this type.</summary>
    /// <exception cref="InvalidFilterException">They are no conditions, they are empty, or there is a filter beside them.</exception>
    public static ValueTask<WhereQuery<TEntity>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.RequestServices.GetRequiredService<IOptions<RelationsHttpOptions>>().Value;
        return new(new WhereQuery<TEntity>(Filter<TEntity>.ParseWhereQueryString(context.Request.QueryString.Value ?? "", options.FilterLimits)));
    }
}
