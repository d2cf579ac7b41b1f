using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Relations.AspNetCore;

/// <summary>The filter in the query string of a request: <c>?filter={json}</c> or <c>?filter[include][]=patients</c>. Without one, all rows are wanted.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class FilterQuery<TEntity> where TEntity : class
{
    private FilterQuery(Filter<TEntity> filter) => Filter = filter;

    /// <summary>The filter.</summary>
    public Filter<TEntity> Filter { get; }

    /// <summary>The filter.</summary>
    public static implicit operator Filter<TEntity>(FilterQuery<TEntity> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Filter;
    }

    /// <summary>Reads the filter; minimal APIs call it for a parameter of this type.</summary>
    /// <exception cref="InvalidFilterException">It is no filter.</exception>
    public static ValueTask<FilterQuery<TEntity>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.RequestServices.GetRequiredService<IOptions<RelationsHttpOptions>>().Value;
        return new(new FilterQuery<TEntity>(Filter<TEntity>.ParseQueryString(context.Request.QueryString.Value ?? "", options.FilterLimits)));
    }
}
