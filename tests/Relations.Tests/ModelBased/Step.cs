using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>One step of a history. It names rows by numbers that are taken modulo the rows there are, so that it means something whatever steps were left out before it.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Place">The table, or the relation, among those of the family.</param>
internal sealed record Step(Operation Operation, int Place)
{
    /// <summary>The row that the relation starts from, or whose key is named.</summary>
    public int Source { get; init; }

    /// <summary>The type of the target, among those of the relation.</summary>
    public int TargetType { get; init; }

    /// <summary>The rows that are linked.</summary>
    public int[] Targets { get; init; } = [];

    /// <summary>The rows that a new row refers to; below zero for null.</summary>
    public int[] References { get; init; } = [];

    /// <summary>What is written to the row.</summary>
    public JsonObject Values { get; init; } = [];

    /// <summary>More rows that are written together with the first.</summary>
    public JsonObject[] Others { get; init; } = [];

    /// <summary>What is written to the link.</summary>
    public JsonObject LinkValues { get; init; } = [];

    public JsonObject Filter { get; init; } = [];

    /// <summary>Steps of the same kind that say less.</summary>
    public IEnumerable<Step> Smaller()
    {
        for (var index = 0; index < Targets.Length; index++)
        {
            yield return this with { Targets = [.. Targets[..index], .. Targets[(index + 1)..]] };
        }

        for (var index = 0; index < Others.Length; index++)
        {
            yield return this with { Others = [.. Others[..index], .. Others[(index + 1)..]] };
        }

        foreach (var smaller in Smaller(Filter))
        {
            yield return this with { Filter = (JsonObject)smaller };
        }

        if (Source > 0)
        {
            yield return this with { Source = 0 };
        }
    }

    // The same without one member or item, wherever it stands.
    private static IEnumerable<JsonNode> Smaller(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    var without = (JsonObject)members.DeepClone();
                    without.Remove(name);
                    yield return without;
                    foreach (var smaller in Smaller(value))
                    {
                        var copy = (JsonObject)members.DeepClone();
                        copy[name] = smaller;
                        yield return copy;
                    }
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    var without = (JsonArray)items.DeepClone();
                    without.RemoveAt(index);
                    yield return without;
                    foreach (var smaller in Smaller(items[index]))
                    {
                        var copy = (JsonArray)items.DeepClone();
                        copy[index] = smaller;
                        yield return copy;
                    }
                }

                break;
            default:
                break;
        }
    }
}
