using System.Buffers;
using System.Text;

namespace Relations.Querying.Json;

/// <summary>Reads the filter of a query string, or its conditions alone, as JSON or in brackets. What brackets give is all text.</summary>
internal sealed class FilterQueryStringReader
{
    private const string Filter = "filter";
    private const string Where = "where";
    private const string EmptyWhere = "the conditions are empty; leave them out where all rows are meant";

    private readonly string parameter;
    private readonly FilterPath root;
    private readonly FilterLimits limits;
    private readonly FilterProblems problems;

    private FilterQueryStringReader(string parameter, FilterPath root, FilterLimits limits, FilterProblems problems)
    {
        this.parameter = parameter;
        this.root = root;
        this.limits = limits;
        this.problems = problems;
    }

    /// <summary>For <c>filter={json}</c>, or <c>filter[…]=…</c>.</summary>
    public static FilterQueryStringReader OfFilter(FilterLimits limits, FilterProblems problems) => new(Filter, FilterPath.Root, limits, problems);

    /// <summary>For <c>where={json}</c>, or <c>where[…]=…</c>: what requests take that change rows. There, to overlook a condition would mean all rows.</summary>
    private static FilterQueryStringReader OfWhere(FilterLimits limits, FilterProblems problems) => new(Where, FilterPath.Root.Then(Where), limits, problems);

    /// <summary>The conditions, or null where there are none.</summary>
    public static WhereSyntax? ReadWhere(string query, FilterLimits limits, FilterProblems problems)
    {
        var reader = OfWhere(limits, problems);
        if (reader.Read(query) is not { } value)
        {
            return null;
        }

        var where = new WhereParser(limits, problems).Parse(value, depth: 0);
        return problems.IsEmpty && where is { IsEmpty: true } ? reader.Report<WhereSyntax>(EmptyWhere) : where;
    }

    /// <summary>The value, or null where there is none.</summary>
    public FilterValue? Read(string query)
    {
        if (query.Length > (long)limits.Size * 3) // percent-encoded, a byte takes three characters
        {
            problems.Add(root, $"the query string is {query.Length} characters long; {limits.Size * 3L} are allowed");
            return null;
        }

        if (!IsUnicode(query))
        {
            return Report<FilterValue>("not valid Unicode");
        }

        string? json = null;
        var brackets = new BracketNode();
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (After(parameter, key) is not { } rest)
            {
                RefuseFilter(key);
            }
            else if (rest.Length > 0)
            {
                Add(brackets, rest, value);
            }
            else if (value.Length > 0)
            {
                json = json is null ? value : Report<string>($"{parameter} is given twice");
            }
            else if (parameter == Where)
            {
                Report<string>(EmptyWhere);
            }
        }

        if (json is not null && !brackets.IsEmpty)
        {
            return Report<FilterValue>($"{parameter} is given as JSON and in brackets; use one of them");
        }

        return json is not null ? new FilterJsonReader(root, limits, problems).Read(json) : brackets.IsEmpty ? null : brackets.ToValue(root, limits, problems);
    }

    /// <summary>What follows a parameter's name, in whatever case and with whatever blanks it is written; null where the key is another's.</summary>
    private static string? After(string name, string key)
    {
        key = key.TrimStart();
        if (!key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = key[name.Length..];
        return rest.Length > 0 && (char.IsLetterOrDigit(rest[0]) || rest[0] is '_' or '-' or '.') ? null : rest;
    }

    private void RefuseFilter(string key)
    {
        if (parameter == Where && After(Filter, key) is not null)
        {
            Report<string>("conditions are expected as where={json} or where[name]=…, not in a filter");
        }
    }

    private static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private void Add(BracketNode node, string brackets, string value)
    {
        if (value.Length > limits.TextLength)
        {
            Report<string>($"a text of {value.Length} characters; {limits.TextLength} are allowed");
            return;
        }

        if (SegmentsOf(brackets) is not { } segments)
        {
            Report<string>($"expected names in brackets, such as {(parameter == Where ? "where[name]" : "filter[where][name]")}, got {FilterValue.Quote(parameter + brackets)}");
            return;
        }

        if (segments.Length > limits.JsonDepth)
        {
            Report<string>($"brackets nested more than {limits.JsonDepth} deep");
            return;
        }

        foreach (var segment in segments)
        {
            if (FilterNames.IsTooLong(segment, root, problems))
            {
                return;
            }

            node = node.Child(segment);
        }

        node.Texts.Add(value);
    }

    private static string[]? SegmentsOf(string brackets)
    {
        if (brackets.Length < 2 || brackets[0] != '[' || brackets[^1] != ']')
        {
            return null;
        }

        var segments = brackets[1..^1].Split("][");
        return Array.TrueForAll(segments, static segment => segment.AsSpan().IndexOfAny('[', ']') < 0) ? segments : null;
    }

    private T? Report<T>(string message) where T : class
    {
        problems.Add(root, message);
        return null;
    }
}
