using System.Globalization;

namespace Relations.Querying.Json;

/// <summary>A place in a filter that is written in brackets: texts, or places below, by name or number.</summary>
internal sealed class BracketNode
{
    private readonly List<(string Key, BracketNode Node)> children = [];
    private readonly Dictionary<string, BracketNode> byKey = new(StringComparer.Ordinal);

    public List<string> Texts { get; } = [];

    public bool IsEmpty => children.Count == 0 && Texts.Count == 0;

    /// <summary>The place below with this name; empty brackets stand for another one each time.</summary>
    public BracketNode Child(string key)
    {
        if (key.Length > 0 && byKey.TryGetValue(key, out var known))
        {
            return known;
        }

        var child = new BracketNode();
        children.Add((key, child));
        if (key.Length > 0)
        {
            byKey.Add(key, child);
        }

        return child;
    }

    public FilterValue ToValue(FilterPath path, FilterLimits limits, FilterProblems problems)
    {
        if (children.Count == 0)
        {
            return Texts is [var only] ? new TextValue(path, only) : ListOf(Texts, path, limits, problems, static (text, itemPath) => new TextValue(itemPath, text));
        }

        if (Texts.Count > 0)
        {
            problems.Add(path, "given as a value and with brackets below");
        }

        if (children.TrueForAll(static child => IndexOf(child.Key) is not null))
        {
            return ListOf(children.OrderBy(static child => IndexOf(child.Key)).ToList(), path, limits, problems, (child, itemPath) => child.Node.ToValue(itemPath, limits, problems));
        }

        return new ObjectValue(path, children.ConvertAll(child => new KeyValuePair<string, FilterValue>(child.Key, child.Node.ToValue(path.Then(child.Key), limits, problems))));
    }

    private static ListValue ListOf<T>(List<T> items, FilterPath path, FilterLimits limits, FilterProblems problems, Func<T, FilterPath, FilterValue> toValue)
    {
        if (items.Count > limits.ListLength)
        {
            problems.Add(path, $"a list of {items.Count}; {limits.ListLength} are allowed");
        }

        return new(path, [.. items.Take(limits.ListLength).Select((item, index) => toValue(item, path.Then(index)))]);
    }

    /// <summary>The place in a list that a key stands for; empty brackets follow those with numbers.</summary>
    private static int? IndexOf(string key) =>
        key.Length == 0 ? int.MaxValue : key.Length < 10 && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
