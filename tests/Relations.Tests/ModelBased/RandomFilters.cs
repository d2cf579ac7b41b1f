using System.Text.Json;
using System.Text.Json.Nodes;
using static Relations.Tests.Queries.SampleWorld;

namespace Relations.Tests.ModelBased;

/// <summary>Makes filters over the tables of a family by chance.</summary>
internal sealed class RandomFilters(Family family, Random random)
{
    private const int DeepestInclude = 3;

    public JsonObject Filter(Table table, int depth = 0) => Filter([table], through: null, isMany: true, depth);

    /// <summary>A filter of a relation's targets.</summary>
    public JsonObject FilterOf(Relation relation, int depth = 0) => Filter(Tables(relation), Links(relation), relation.IsMany, depth);

    /// <summary>A filter with nothing but a condition on a relation's targets.</summary>
    public JsonObject WhereOf(Relation relation) => new() { ["where"] = Where(Tables(relation), Links(relation), 2) };

    /// <summary>A filter with nothing but a condition.</summary>
    public JsonObject Where(Table table) => new() { ["where"] = Where([table], through: null, 2) };

    /// <summary>A filter for a row that is named by its key, which no page can leave out.</summary>
    public JsonObject ByKey(Table table) => Filter([table], through: null, isMany: false, depth: 1);

    /// <summary>A filter for a target that is named by its key.</summary>
    public JsonObject ByKeyOf(Relation relation) => Filter(Tables(relation), Links(relation), isMany: false, depth: 1);

    private JsonObject Filter(Table[] tables, Table? through, bool isMany, int depth)
    {
        var filter = new JsonObject();
        if (random.Next(2) == 0)
        {
            filter["where"] = Where(tables, through, 2);
        }

        if (isMany && random.Next(2) == 0)
        {
            filter["order"] = Orders(tables, through);
        }

        if (isMany && random.Next(3) == 0)
        {
            filter["limit"] = 1 + random.Next(3);
            if (random.Next(2) == 0)
            {
                filter["skip"] = random.Next(3);
            }
        }

        if (random.Next(4) == 0)
        {
            filter["fields"] = Fields(Shared(tables));
        }

        // Of targets of several types, any relation can be included that one of them has.
        var relations = tables.SelectMany(static table => table.Relations).ToList();
        if (depth < DeepestInclude && relations.Count > 0 && random.Next(5) > 1)
        {
            var include = new JsonArray();
            foreach (var relation in relations.OrderBy(_ => random.Next()).Take(1 + random.Next(2)).ToList())
            {
                include.Add((JsonNode)new JsonObject { ["relation"] = relation.Name, ["scope"] = FilterOf(relation, depth + 1) });
            }

            filter["include"] = include;
        }

        return filter;
    }

    // Names those that are wanted, or those that are not; not all of them.
    private JsonNode Fields(List<string> columns)
    {
        string[] some = [.. columns.OrderBy(_ => random.Next()).Take(1 + random.Next(2))];
        return random.Next(3) switch
        {
            0 => new JsonArray([.. some.Select(static column => JsonValue.Create(column))]),
            1 when some.Length < columns.Count => new JsonObject(some.Select(static column => KeyValuePair.Create<string, JsonNode?>(column, false))),
            _ => new JsonObject(some.Select(static column => KeyValuePair.Create<string, JsonNode?>(column, true))),
        };
    }

    private Table[] Tables(Relation relation) => [.. relation.Targets.Select(target => family[target.Table])];

    private Table? Links(Relation relation) => relation.Through is { } through ? family[through.Table] : null;

    // Of targets of several types, the base type has a key that the database makes; the client's are each type's own.
    private static List<string> Shared(Table[] tables) =>
        [.. tables[0].Columns.Where(column => tables.All(table => table.Columns.Contains(column, StringComparer.Ordinal) && (tables.Length == 1 || table.IsKeyGenerated || !table.Key.Contains(column, StringComparer.Ordinal))))];

    private JsonArray Orders(Table[] tables, Table? through)
    {
        var columns = Shared(tables).Concat(through?.Columns.Select(static column => "through." + column) ?? []).OrderBy(_ => random.Next()).Take(1 + random.Next(2));
        return [.. columns.Select(column => JsonValue.Create(random.Next(2) == 0 ? column : column + " DESC"))];
    }

    private JsonObject Where(Table[] tables, Table? through, int depth)
    {
        var choice = random.Next(10);
        if (depth > 0 && choice < 3)
        {
            return new() { [choice == 0 ? "or" : "and"] = new JsonArray(Where(tables, through, depth - 1), Where(tables, through, depth - 1)) };
        }

        if (through is not null && choice < 6)
        {
            return new() { ["through"] = Where([through], through: null, 0) };
        }

        if (tables is [{ Relations.Count: > 0 } table] && depth > 0 && choice < 8)
        {
            var relation = table.Relations[random.Next(table.Relations.Count)];
            return new() { [relation.Name] = new JsonObject { [Of(random, ["some", "none", "every"])] = Where(Tables(relation), Links(relation), depth - 1) } };
        }

        return Atom(tables);
    }

    private JsonObject Atom(Table[] tables)
    {
        var column = Of(random, [.. Shared(tables)]);
        var pool = tables[0].Values.GetValueOrDefault(column, [1, 2, 3]);
        if (tables[0].References.Find(reference => reference.Columns.Contains(column, StringComparer.Ordinal)) is { } reference)
        {
            pool = family[reference.Targets[0].Table].Values.GetValueOrDefault(reference.Key[Array.IndexOf(reference.Columns, column)], pool);
        }
        else if (tables[0].References.Find(reference => string.Equals(reference.Names, column, StringComparison.Ordinal)) is { } named)
        {
            pool = [.. named.Targets.Select(static target => JsonValue.Create(target.Name))];
        }

        JsonNode?[] values = [.. pool.Where(static value => value is not null)];
        JsonNode? Value() => Of(random, values)!.DeepClone();
        JsonArray List() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Value())];
        var hasPatterns = tables[0].TextColumns.Contains(column);
        return new()
        {
            [column] = random.Next(hasPatterns ? 13 : 11) switch
            {
                0 => Value(),
                1 => new JsonObject { ["neq"] = Value() },
                2 => new JsonObject { ["lt"] = Value() },
                3 => new JsonObject { ["lte"] = Value() },
                4 => new JsonObject { ["gt"] = Value() },
                5 => new JsonObject { ["gte"] = Value() },
                6 => new JsonObject { ["between"] = new JsonArray(Value(), Value()) },
                7 => new JsonObject { ["inq"] = List() },
                8 => new JsonObject { ["nin"] = List() },
                9 => new JsonObject { ["exists"] = random.Next(2) == 0 },
                10 => null,
                11 => new JsonObject { ["like"] = Of(random, ["a%", "%b", "_", "%"]) },
                _ => new JsonObject { ["nlike"] = Of(random, ["a%", "%b", "_", "%"]) },
            },
        };
    }
}
