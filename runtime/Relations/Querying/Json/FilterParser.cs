using Relations.Definitions.Json;

namespace Relations.Querying.Json;

/// <summary>Checks the grammar of a filter and of the scopes in it.</summary>
internal sealed class FilterParser
{
    private static readonly string[] Members = ["where", "fields", "order", "limit", "skip", "offset", "include"];

    private readonly FilterLimits limits;
    private readonly FilterProblems problems;
    private readonly WhereParser conditions;
    private int inclusions;

    public FilterParser(FilterLimits limits, FilterProblems problems)
    {
        this.limits = limits;
        this.problems = problems;
        conditions = new(limits, problems);
    }

    public FilterSyntax Parse(FilterValue value) => Parse(value, depth: 0);

    private FilterSyntax Parse(FilterValue value, int depth)
    {
        var filter = FilterSyntax.Empty;
        if (value is not ObjectValue { Members: var members })
        {
            problems.Add(value.Path, $"expected an object, got {value.Shown}");
            return filter;
        }

        foreach (var (name, part) in members)
        {
            filter = name switch
            {
                "where" => filter with { Where = conditions.Parse(part, depth) },
                "fields" => filter with { Fields = ParseFields(part) },
                "order" => filter with { Orders = ParseOrders(part) },
                "limit" => filter with { Limit = ParsePage(part, least: 1, limits.Rows ?? int.MaxValue) },
                "skip" or "offset" => ParseSkip(filter, part),
                "include" => filter with { Inclusions = ParseInclusions(part, depth) },
                _ => Unknown(filter, part, name),
            };
        }

        return filter;
    }

    private FilterSyntax Unknown(FilterSyntax filter, FilterValue part, string name)
    {
        problems.Add(part.Path, FilterNames.Unknown("member", name, Members));
        return filter;
    }

    private FieldsSyntax? ParseFields(FilterValue value)
    {
        var names = new List<NameSyntax>();
        switch (value)
        {
            case TextValue text:
                names.Add(new(text.Path, text.Text));
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    if (TextOf(item) is { } name)
                    {
                        names.Add(new(item.Path, name));
                    }
                }

                break;
            case ObjectValue { Members: var members }:
                return ParseFields(value.Path, members);
            default:
                problems.Add(value.Path, $"expected names or an object of names with true or false, got {value.Shown}");
                break;
        }

        return names.Count == 0 ? null : new(value.Path, names, AreExcluded: false);
    }

    /// <summary>As soon as one property is asked for, those that are not need not be named.</summary>
    private FieldsSyntax? ParseFields(FilterPath path, List<KeyValuePair<string, FilterValue>> members)
    {
        var wanted = new List<NameSyntax>();
        var unwanted = new List<NameSyntax>();
        foreach (var (name, part) in members)
        {
            if (part.AsBoolean() is { } isWanted)
            {
                (isWanted ? wanted : unwanted).Add(new(part.Path, name));
            }
            else
            {
                problems.Add(part.Path, $"expected true or false, got {part.Shown}");
            }
        }

        return wanted.Count > 0 ? new(path, wanted, AreExcluded: false) : unwanted.Count > 0 ? new(path, unwanted, AreExcluded: true) : null;
    }

    private List<OrderSyntax> ParseOrders(FilterValue value)
    {
        var orders = new List<OrderSyntax>();
        foreach (var item in value is ListValue list ? list.Items : [value])
        {
            foreach (var term in TextOf(item)?.Split(',') ?? [])
            {
                ParseOrder(orders, item.Path, term);
            }
        }

        return orders;
    }

    private void ParseOrder(List<OrderSyntax> orders, FilterPath path, string term)
    {
        var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isDescending = words.Length == 2 && words[1].Equals("DESC", StringComparison.OrdinalIgnoreCase);
        if (words.Length == 1 || isDescending || (words.Length == 2 && words[1].Equals("ASC", StringComparison.OrdinalIgnoreCase)))
        {
            orders.Add(new(path, words[0], isDescending));
        }
        else
        {
            problems.Add(path, $"expected a property, then perhaps ASC or DESC, got {FilterValue.Quote(term)}");
        }
    }

    private FilterSyntax ParseSkip(FilterSyntax filter, FilterValue value)
    {
        if (filter.Skip is null)
        {
            return filter with { Skip = ParsePage(value, least: 0, int.MaxValue) };
        }

        problems.Add(value.Path, "skip and offset mean the same; give one of them");
        return filter;
    }

    private PageSyntax? ParsePage(FilterValue value, int least, int greatest)
    {
        if (FilterNumbers.Digits(value) is { } digits && JsonNumbers.TryReadInteger<int>(digits, out var count) && count >= least && count <= greatest)
        {
            return new(value.Path, count);
        }

        problems.Add(value.Path, $"expected an integer from {least} to {greatest}, got {value.Shown}");
        return null;
    }

    private List<IncludeSyntax> ParseInclusions(FilterValue value, int depth)
    {
        var parsed = new List<IncludeSyntax>();
        foreach (var item in value is ListValue list ? list.Items : [value])
        {
            inclusions++;
            if (inclusions == limits.Inclusions + 1)
            {
                problems.Add(item.Path, $"more than {limits.Inclusions} inclusions");
            }

            if (inclusions <= limits.Inclusions && ParseInclusion(item, depth) is { } inclusion)
            {
                parsed.Add(inclusion);
            }
        }

        return parsed;
    }

    private IncludeSyntax? ParseInclusion(FilterValue value, int depth)
    {
        if (value is TextValue { Text: var name })
        {
            return new(value.Path, name, Scope: null);
        }

        if (value is not ObjectValue { Members: var members })
        {
            problems.Add(value.Path, $"expected a relation's name, or an object with relation and scope, got {value.Shown}");
            return null;
        }

        string? relation = null;
        FilterSyntax? scope = null;
        var isNamed = false;
        foreach (var (member, part) in members)
        {
            switch (member)
            {
                case "relation":
                    relation = TextOf(part);
                    isNamed = true;
                    break;
                case "scope" when depth == limits.Depth:
                    problems.Add(part.Path, $"nested more than {limits.Depth} levels deep");
                    break;
                case "scope":
                    scope = Parse(part, depth + 1);
                    break;
                default:
                    problems.Add(part.Path, FilterNames.Unknown("member", member, ["relation", "scope"]));
                    break;
            }
        }

        if (!isNamed)
        {
            problems.Add(value.Path, "expected a relation: {\"relation\": …, \"scope\": …}");
        }

        return relation is null ? null : new(value.Path, relation, scope);
    }

    private string? TextOf(FilterValue value)
    {
        if (value is TextValue { Text: var text })
        {
            return text;
        }

        problems.Add(value.Path, $"expected a text, got {value.Shown}");
        return null;
    }
}
