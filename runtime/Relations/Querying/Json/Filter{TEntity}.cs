using Relations.Querying;
using Relations.Querying.Json;

namespace Relations;

/// <summary>
/// What is wanted of an entity's rows, as it comes from outside: LoopBack's filter. Its grammar was checked when it was parsed; names and types are checked by the query
/// that it is given to, before any statement runs. It never changes.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class Filter<TEntity> where TEntity : class
{
    private readonly FilterSyntax syntax;

    private Filter(FilterSyntax syntax) => this.syntax = syntax;

    /// <summary>Reads a filter such as <c>{"where":{"name":"Mario"},"include":["patients"]}</c>.</summary>
    /// <param name="json">The filter.</param>
    /// <param name="limits">How much it may ask for; <see cref="FilterLimits.Default"/> when null.</param>
    /// <exception cref="InvalidFilterException">It is no JSON, or no filter.</exception>
    public static Filter<TEntity> Parse(string json, FilterLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        limits ??= FilterLimits.Default;
        var problems = new FilterProblems();
        return Of(new FilterJsonReader(FilterPath.Root, limits, problems).Read(json), limits, problems);
    }

    /// <summary>Reads a filter such as <c>{"where":{"name":"Mario"},"include":["patients"]}</c> from UTF-8.</summary>
    /// <inheritdoc cref="Parse(string, FilterLimits?)" path="/exception"/>
    /// <param name="utf8Json">The filter.</param>
    /// <param name="limits">How much it may ask for; <see cref="FilterLimits.Default"/> when null.</param>
    public static Filter<TEntity> Parse(ReadOnlySpan<byte> utf8Json, FilterLimits? limits = null)
    {
        limits ??= FilterLimits.Default;
        var problems = new FilterProblems();
        return Of(new FilterJsonReader(FilterPath.Root, limits, problems).Read(utf8Json), limits, problems);
    }

    /// <summary>
    /// Reads the filter of a query string: <c>filter={json}</c>, or LoopBack's brackets, <c>filter[include][]=patients&amp;filter[where][name]=Mario</c>.
    /// The parameter's name is read in any case. Other parameters are passed over; without a filter among them, all rows are wanted.
    /// </summary>
    /// <param name="query">The query string as it stands in the address, with or without its question mark.</param>
    /// <param name="limits">How much it may ask for; <see cref="FilterLimits.Default"/> when null.</param>
    /// <exception cref="InvalidFilterException">It is no filter.</exception>
    public static Filter<TEntity> ParseQueryString(string query, FilterLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        limits ??= FilterLimits.Default;
        var problems = new FilterProblems();
        return Of(FilterQueryStringReader.OfFilter(limits, problems).Read(query), limits, problems);
    }

    /// <summary>
    /// Reads the conditions of a query string, for a request that changes or deletes rows: <c>where={json}</c>, or LoopBack's brackets, <c>where[name]=Mario</c>.
    /// The parameter's name is read in any case. Other parameters are passed over, but for a filter; without conditions among them, all rows are meant.
    /// </summary>
    /// <param name="query">The query string as it stands in the address, with or without its question mark.</param>
    /// <param name="limits">How much it may ask for; <see cref="FilterLimits.Default"/> when null.</param>
    /// <returns>A filter that has the conditions and nothing else.</returns>
    /// <exception cref="InvalidFilterException">They are no conditions, they are empty, or there is a filter beside them.</exception>
    public static Filter<TEntity> ParseWhereQueryString(string query, FilterLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        limits ??= FilterLimits.Default;
        var problems = new FilterProblems();
        var where = FilterQueryStringReader.ReadWhere(query, limits, problems);
        problems.ThrowIfAny();
        return new(FilterSyntax.Empty with { Where = where });
    }

    /// <summary>The filter as JSON, in one form however it was given; parsed again with the same limits it means the same.</summary>
    public string ToJson() => FilterWriter.Write(syntax);

    /// <inheritdoc cref="ToJson"/>
    public override string ToString() => ToJson();

    internal QuerySpecification ApplyTo(QuerySpecification query, FilterSurroundings surroundings) => FilterBinder.Bind(syntax, query, surroundings);

    private static Filter<TEntity> Of(FilterValue? value, FilterLimits limits, FilterProblems problems)
    {
        var parsed = value is null ? FilterSyntax.Empty : new FilterParser(limits, problems).Parse(value);
        problems.ThrowIfAny();
        return new(parsed with { Rows = limits.Rows });
    }
}
