using System.Text.Json.Nodes;
using Relations.Tests.Queries;

namespace Relations.Tests.ModelBased;

/// <summary>Answers filters by going through all rows.</summary>
internal sealed class MemoryQuery(MemoryDatabase memory)
{
    /// <summary>The rows of a table that a filter describes.</summary>
    public JsonArray Find(Table table, JsonObject filter) => Written(Page(Selected(Candidates(table), filter), filter).Select(static candidates => candidates[0]), filter);

    /// <summary>The row with a key, if it meets the filter's condition; pages play no part.</summary>
    public JsonNode? FindById(Table table, JsonNode key, JsonObject filter) => Only(Written(Met(Candidates(table).Where(candidate => HasKey(candidate, table, key)), filter), filter));

    /// <summary>The targets of a row that a filter describes.</summary>
    public JsonArray FindRelated(Relation relation, JsonObject source, JsonObject filter) => relation.IsOfLinks
        ? FindLinks(relation, source, filter)
        : Written(Page(Selected(memory.Related(relation, source), filter), filter).Select(static candidates => candidates[0]), filter);

    /// <summary>The target of a row with a key, if it meets the filter's condition; pages play no part.</summary>
    public JsonNode? FindRelatedById(Relation relation, JsonObject source, JsonNode key, JsonObject filter)
    {
        var table = memory.Family[relation.Targets[0].Table];
        return Only(Written(Selected(memory.Related(relation, source).Where(candidate => HasKey(candidate, table, key)), filter).Select(static candidates => candidates[0]), filter));
    }

    /// <summary>The rows of a table that meet a filter's condition.</summary>
    public List<JsonObject> Selected(Table table, JsonObject filter) => [.. Met(Candidates(table), filter).Select(static candidate => candidate.Row)];

    /// <summary>The targets that a filter's condition selects, each with its links that do.</summary>
    public List<List<Candidate>> Selected(IEnumerable<Candidate> candidates, JsonObject filter)
    {
        return
        [
            .. Met(candidates, filter)
                .GroupBy(static candidate => candidate.Row, ReferenceEqualityComparer.Instance)
                .Select(static group => group.ToList())
                .Order(Comparer<List<Candidate>>.Create((one, other) => Compare(one, other, filter))),
        ];
    }

    private static IEnumerable<T> Page<T>(IEnumerable<T> found, JsonObject filter) => found.Skip((int?)filter["skip"] ?? 0).Take((int?)filter["limit"] ?? int.MaxValue);

    private static bool? All(IEnumerable<bool?> truths) => truths.Aggregate((bool?)true, static (met, truth) => met & truth);

    // A null is unknown to every operator but those about null.
    private static bool? Meets(JsonNode? own, string word, JsonNode? operand) => word switch
    {
        "eq" when operand is null => own is null,
        "neq" when operand is null => own is not null,
        "exists" => own is not null == (bool)operand!,
        "inq" => IsIn(own, (JsonArray)operand!),
        "nin" => !IsIn(own, (JsonArray)operand!),
        _ when own is null => null,
        "eq" => Rows.Compare(own, operand) == 0,
        "neq" => Rows.Compare(own, operand) != 0,
        "lt" => Rows.Compare(own, operand) < 0,
        "lte" => Rows.Compare(own, operand) <= 0,
        "gt" => Rows.Compare(own, operand) > 0,
        "gte" => Rows.Compare(own, operand) >= 0,
        "between" => Rows.Compare(own, operand![0]) >= 0 && Rows.Compare(own, operand[1]) <= 0,
        "like" => Term.IsLike((string)own!, (string)operand!, ignoreCase: false),
        "nlike" => !Term.IsLike((string)own!, (string)operand!, ignoreCase: false),
        _ => throw new ArgumentException($"No operator '{word}'.", nameof(word)),
    };

    private static bool? IsIn(JsonNode? own, JsonArray list)
    {
        if (own is null)
        {
            return list.Count == 0 ? false : list.Contains(null) ? true : null;
        }

        return list.Any(item => item is not null && Rows.Compare(own, item) == 0);
    }

    private bool? Truth(Candidate candidate, JsonObject where) => All(where.Select(member => member.Key switch
    {
        "and" => All(((JsonArray)member.Value!).Select(one => Truth(candidate, (JsonObject)one!))),
        "or" => ((JsonArray)member.Value!).Aggregate((bool?)false, (met, one) => met | Truth(candidate, (JsonObject)one!)),
        "through" => Truth(candidate with { Row = candidate.Link!, Target = new("") }, (JsonObject)member.Value!),
        _ when RelationOf(candidate, member.Key) is { } relation => All(((JsonObject)member.Value!).Select(quantifier => IsRelated(candidate, relation, quantifier.Key, (JsonObject)quantifier.Value!))),
        _ when member.Value is JsonObject operators => All(operators.Select(one => Meets(candidate.Row[member.Key], one.Key, one.Value))),
        _ => Meets(candidate.Row[member.Key], "eq", member.Value),
    }));

    private Relation? RelationOf(Candidate candidate, string name) =>
        candidate.Target.Table.Length == 0 ? null : memory.Family[candidate.Target.Table].Relations.Find(relation => string.Equals(relation.Name, name, StringComparison.Ordinal));

    private bool? IsRelated(Candidate candidate, Relation relation, string quantifier, JsonObject where)
    {
        var truths = memory.Related(relation, candidate.Row).Select(related => Truth(related, where) == true);
        return quantifier switch
        {
            "some" => truths.Any(static isMet => isMet),
            "none" => !truths.Any(static isMet => isMet),
            _ => truths.All(static isMet => isMet),
        };
    }

    private int Compare(List<Candidate> one, List<Candidate> other, JsonObject filter)
    {
        foreach (var order in (filter["order"] as JsonArray ?? []).Select(static order => ((string)order!).Split(' ')))
        {
            var descends = order.Length > 1;
            var sign = Rows.Compare(OrderValue(one, order[0], descends), OrderValue(other, order[0], descends));
            if (sign != 0)
            {
                return descends ? -sign : sign;
            }
        }

        return memory.Family[one[0].Target.Table].Key.Select(column => Rows.Compare(one[0].Row[column], other[0].Row[column])).FirstOrDefault(static sign => sign != 0) is not 0 and var byKey
            ? byKey
            : string.CompareOrdinal(one[0].Target.Name, other[0].Target.Name);
    }

    // Targets are ordered by the least value of their links when ascending, by the greatest when descending; both pass over nulls.
    private static JsonNode? OrderValue(List<Candidate> candidates, string column, bool descends)
    {
        const string prefix = "through.";
        if (!column.StartsWith(prefix, StringComparison.Ordinal))
        {
            return candidates[0].Row[column];
        }

        var values = candidates.Select(candidate => candidate.Link![column[prefix.Length..]]).Where(static value => value is not null).Order(Comparer<JsonNode?>.Create(Rows.Compare)).ToList();
        return values.Count == 0 ? null : descends ? values[^1] : values[0];
    }

    private IEnumerable<Candidate> Met(IEnumerable<Candidate> candidates, JsonObject filter) =>
        filter["where"] is JsonObject where ? candidates.Where(candidate => Truth(candidate, where) == true) : candidates;

    // By the target's key, then by the link's own.
    private JsonArray FindLinks(Relation relation, JsonObject source, JsonObject filter)
    {
        var key = memory.Family[relation.Through!.Table].Key;
        var ordered = Met(memory.Related(relation, source), filter).Order(Comparer<Candidate>.Create((one, other) =>
            Compare([one], [other], filter) is not 0 and var sign ? sign : key.Select(column => Rows.Compare(one.Link![column], other.Link![column])).FirstOrDefault(static sign => sign != 0)));
        return
        [
            .. Page(ordered, filter).Select(candidate => (JsonNode)new JsonObject
            {
                ["target"] = Written(candidate, filter),
                ["through"] = Rows.Copy(candidate.Link!),
            }),
        ];
    }

    private IEnumerable<Candidate> Candidates(Table table)
    {
        var target = new Target(table.Name);
        return memory[table.Name].Select(row => new Candidate(target, row, Link: null));
    }

    private static bool HasKey(Candidate candidate, Table table, JsonNode key) => string.Equals(Rows.Canonical(Rows.Key(candidate.Row, table.Key)), Rows.Canonical(key), StringComparison.Ordinal);

    private static JsonNode? Only(JsonArray found) => found.Count == 0 ? null : found[0]!.DeepClone();

    private JsonArray Written(IEnumerable<Candidate> found, JsonObject filter) => [.. found.Select(candidate => Written(candidate, filter))];

    // A relation that only other types of targets have leaves this one alone.
    private JsonNode Written(Candidate found, JsonObject filter)
    {
        var table = memory.Family[found.Target.Table];
        var copy = Rows.Copy(found.Row);
        foreach (var column in table.Columns.Where(column => !IsAskedFor(column, filter["fields"])))
        {
            copy[column] = Blank(table, column);
        }

        foreach (var inclusion in filter["include"] as JsonArray ?? [])
        {
            if (table.Relations.Find(relation => string.Equals(relation.Name, (string)inclusion!["relation"]!, StringComparison.Ordinal)) is { } relation)
            {
                var related = FindRelated(relation, found.Row, inclusion!["scope"] as JsonObject ?? []);
                copy[relation.Name] = relation.IsMany ? related : Only(related);
            }
        }

        return copy;
    }

    private static bool IsAskedFor(string column, JsonNode? fields) => fields switch
    {
        JsonArray { Count: > 0 } names => names.Any(name => string.Equals((string?)name, column, StringComparison.Ordinal)),
        JsonObject { Count: > 0 } members => members.ContainsKey(column) ? (bool)members[column]! : members.All(static member => !(bool)member.Value!),
        _ => true,
    };

    // What a column holds that was not asked for.
    private JsonNode? Blank(Table table, string column) =>
        table.References.Find(reference => reference.Columns.Contains(column, StringComparer.Ordinal)) is { } reference
            ? reference.IsNullable ? null : Blank(memory.Family[reference.Targets[0].Table], reference.Key[Array.IndexOf(reference.Columns, column)])
            : table.Blank(column)?.DeepClone();
}
