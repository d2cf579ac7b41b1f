using System.Text.Json.Nodes;
using Relations.Tests.Queries;

namespace Relations.Tests.Filters;

/// <summary>A condition as a filter writes it, and as memory answers it: true, false, or null where SQL does not know.</summary>
internal sealed record FilterTerm<TRow>(JsonObject Where, Func<TRow, bool?> Truth);

/// <summary>Makes such conditions by chance.</summary>
internal static class FilterTerm
{
    private static readonly string[] Patterns = ["%", "a%", "%b", "a_b", "_", "__", "A%B", "a\\%b", "%\\_%", "", "é", "_%_"];

    /// <summary>Joins conditions of a maker: members of one object, <c>and</c>, <c>or</c>.</summary>
    public static FilterTerm<TRow> Any<TRow>(Random random, int depth, Func<Random, FilterTerm<TRow>> atom)
    {
        if (depth <= 0 || random.Next(3) == 0)
        {
            return atom(random);
        }

        var items = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Any(random, depth - 1, atom)).ToList();
        switch (random.Next(3))
        {
            case 0:
                return new(new() { ["and"] = new JsonArray([.. items.Select(static item => item.Where)]) }, All(items));
            case 1:
                return new(new() { ["or"] = new JsonArray([.. items.Select(static item => item.Where)]) }, row => items.Aggregate((bool?)false, (met, item) => met | item.Truth(row)));
            default:
                var distinct = items.Where(static item => item.Where.Count == 1).DistinctBy(static item => item.Where.First().Key, StringComparer.Ordinal).ToList();
                var members = new JsonObject();
                foreach (var item in distinct)
                {
                    var (name, value) = item.Where.First();
                    members[name] = value?.DeepClone();
                }

                return new(members, All(distinct));
        }
    }

    /// <summary>A comparison of a property with values of a pool.</summary>
    public static FilterTerm<TRow> Property<TRow, T>(Random random, string name, Func<TRow, object?> get, T[] pool, Func<T, JsonNode> write, Comparison<T>? order = null) where T : notnull
    {
        order ??= Comparer<T>.Default.Compare;
        var value = SampleWorld.Of(random, pool);
        var some = random.GetItems(pool, random.Next(4));
        var isNullThere = random.Next(4) == 0;
        FilterTerm<TRow> Compare(string word, Func<int, bool> isMet) => Of(word, write(value), own => isMet(order(own, value)));
        FilterTerm<TRow> Of(string? word, JsonNode? node, Func<T, bool> isMet) => new(new() { [name] = word is null ? node : new JsonObject { [word] = node } }, row => get(row) is T own ? isMet(own) : null);
        JsonArray List() => [.. some.Select(write).Concat(isNullThere ? [null] : Array.Empty<JsonNode?>())];
        switch (random.Next(13))
        {
            case 0:
                return Compare("eq", static sign => sign == 0);
            case 1:
                return Compare("neq", static sign => sign != 0);
            case 2:
                return Compare("lt", static sign => sign < 0);
            case 3:
                return Compare("lte", static sign => sign <= 0);
            case 4:
                return Compare("gt", static sign => sign > 0);
            case 5:
                return Compare("gte", static sign => sign >= 0);
            case 6:
                return Of(word: null, write(value), own => order(own, value) == 0);
            case 7:
                var other = SampleWorld.Of(random, pool);
                return Of("between", new JsonArray(write(value), write(other)), own => order(own, value) >= 0 && order(own, other) <= 0);
            case 8:
                return new(new() { [name] = new JsonObject { ["inq"] = List() } }, row => (some.Length == 0 ? false : get(row) is T own ? Array.Exists(some, one => order(one, own) == 0) : (bool?)null) | (isNullThere && get(row) is null));
            case 9:
                return new(new() { [name] = new JsonObject { ["nin"] = List() } }, row => (some.Length == 0 ? true : get(row) is T own ? !Array.Exists(some, one => order(one, own) == 0) : (bool?)null) & !(isNullThere && get(row) is null));
            case 10:
                var isThere = random.Next(2) == 0;
                return new(new() { [name] = new JsonObject { ["exists"] = isThere } }, row => get(row) is not null == isThere);
            case 11:
                return new(new() { [name] = random.Next(2) == 0 ? null : new JsonObject { ["eq"] = null } }, row => get(row) is null);
            default:
                return new(new() { [name] = new JsonObject { ["neq"] = null } }, row => get(row) is not null);
        }
    }

    /// <summary>A condition that only text has.</summary>
    public static FilterTerm<TRow> Text<TRow>(Random random, string name, Func<TRow, string?> get)
    {
        var pattern = SampleWorld.Of(random, Patterns);
        var word = SampleWorld.Of(random, ["like", "nlike", "ilike", "nilike"]);
        var isMet = word[0] != 'n';
        return new(new() { [name] = new JsonObject { [word] = pattern } }, row => get(row) is { } own ? Term.IsLike(own, pattern, word.Contains("il", StringComparison.Ordinal)) == isMet : null);
    }

    /// <summary>A condition on related rows.</summary>
    public static FilterTerm<TRow> Related<TRow, TRelated>(Random random, string name, Func<TRow, IEnumerable<TRelated>> related, FilterTerm<TRelated> condition) => random.Next(3) switch
    {
        0 => new(new() { [name] = new JsonObject { ["some"] = condition.Where } }, row => related(row).Any(target => condition.Truth(target) == true)),
        1 => new(new() { [name] = new JsonObject { ["none"] = condition.Where } }, row => !related(row).Any(target => condition.Truth(target) == true)),
        _ => new(new() { [name] = new JsonObject { ["every"] = condition.Where } }, row => related(row).All(target => condition.Truth(target) == true)),
    };

    private static Func<TRow, bool?> All<TRow>(List<FilterTerm<TRow>> items) => row => items.Aggregate((bool?)true, (met, item) => met & item.Truth(row));
}
