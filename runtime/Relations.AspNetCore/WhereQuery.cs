using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Relations.AspNetCore;

/// <summary>
/// The conditions in the query string of a request that changes or deletes rows: <c>?where={json}</c> or <c>?where[name]=Luigi</c>, as LoopBack has them.
/// Without any, all rows are meant.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class WhereQuery<TEntity> where TEntity : class
{
    private const string Parameter = "where";

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
    /// <exception cref="InvalidFilterException">They are none.</exception>
    public static ValueTask<WhereQuery<TEntity>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.RequestServices.GetRequiredService<IOptions<RelationsHttpOptions>>().Value;
        return new(new WhereQuery<TEntity>(Filter<TEntity>.ParseQueryString(AsFilter(context.Request.QueryString.Value), options.FilterLimits)));
    }

    /// <summary>The same conditions as those of a filter; nothing else of the query string is taken over.</summary>
    private static string AsFilter(string? query)
    {
        var filter = new StringBuilder();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            var value = pair.DecodeValue().ToString();
            if (name == Parameter && value.Length > 0)
            {
                filter.Append("&filter=").Append(Uri.EscapeDataString($"{{\"{Parameter}\":{JsonText(value)}}}"));
            }
            else if (name.StartsWith(Parameter + "[", StringComparison.Ordinal))
            {
                filter.Append("&filter").Append(Uri.EscapeDataString($"[{Parameter}]{name[Parameter.Length..]}")).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return filter.ToString();
    }

    /// <summary>The text if it is one JSON value, so that it can stand in a filter without adding to it.</summary>
    private static string JsonText(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException error)
        {
            throw new InvalidFilterException([new("/" + Parameter, $"no valid JSON: {error.Message}")]);
        }
    }
}
