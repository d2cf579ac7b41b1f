using System.Buffers;
using System.Text;

namespace Relations.Querying.Json;

/// <summary>Reads the filter of a query string, as JSON or in brackets. What brackets give is all text.</summary>
internal sealed class FilterQueryStringReader(FilterLimits limits, FilterProblems problems)
{
    private const string Parameter = "filter";

    /// <summary>The value, or null where there is none.</summary>
    public FilterValue? Read(string query)
    {
        if (query.Length > (long)limits.Size * 3) // percent-encoded, a byte takes three characters
        {
            problems.Add(FilterPath.Root, $"the query string is {query.Length} characters long; {limits.Size * 3L} are allowed");
            return null;
        }

        if (!IsUnicode(query))
        {
            return Report<FilterValue>("not valid Unicode");
        }

        string? json = null;
        var root = new BracketNode();
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (key == Parameter && value.Length > 0)
            {
                json = json is null ? value : Report<string>("filter is given twice");
            }
            else if (key.StartsWith(Parameter + "[", StringComparison.Ordinal))
            {
                Add(root, key, value);
            }
        }

        if (json is not null && !root.IsEmpty)
        {
            return Report<FilterValue>("the filter is given as JSON and in brackets; use one of them");
        }

        return json is not null ? new FilterJsonReader(limits, problems).Read(json) : root.IsEmpty ? null : root.ToValue(FilterPath.Root, limits, problems);
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

    private void Add(BracketNode root, string key, string value)
    {
        if (value.Length > limits.TextLength)
        {
            Report<string>($"a text of {value.Length} characters; {limits.TextLength} are allowed");
            return;
        }

        if (SegmentsOf(key) is not { } segments)
        {
            Report<string>($"expected names in brackets, such as filter[where][name], got {FilterValue.Quote(key)}");
            return;
        }

        if (segments.Length > limits.JsonDepth)
        {
            Report<string>($"brackets nested more than {limits.JsonDepth} deep");
            return;
        }

        var node = root;
        foreach (var segment in segments)
        {
            if (FilterNames.IsTooLong(segment, FilterPath.Root, problems))
            {
                return;
            }

            node = node.Child(segment);
        }

        node.Texts.Add(value);
    }

    private static string[]? SegmentsOf(string key)
    {
        var brackets = key[Parameter.Length..];
        if (brackets[^1] != ']')
        {
            return null;
        }

        var segments = brackets[1..^1].Split("][");
        return Array.TrueForAll(segments, static segment => segment.AsSpan().IndexOfAny('[', ']') < 0) ? segments : null;
    }

    private T? Report<T>(string message) where T : class
    {
        problems.Add(FilterPath.Root, message);
        return null;
    }
}
