using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Relations.Tests.Harness;
using Relations.Tests.Models;
using Relations.Tests.Queries;

namespace Relations.Tests.Filters;

/// <summary>Whatever comes as a filter, it is read or refused with an error of the library's own, and it never becomes part of a statement's text. A failure names the seed and the filter.</summary>
public sealed partial class FilterFuzzTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const int FiltersOfASeed = 500;
    private const string Marker = "h0stile";

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "false", "0", "-1", "1.5", "1e400", "-1E-400", "99999999999999999999999999", "0.1234567890123456789012345678901", "1e99999999999999999999", "-", "01", "NaN",
        "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\uD83D\\uDE00\"", "\"é\"", "\"%\"", "\"\\\\\"", "\"id\"", "\"number\"", "\"name\"", "\"parts\"", "\"marks\"", "\"through\"", "\"and\"", "\"or\"", "\"where\"",
        "\"include\"", "\"relation\"", "\"scope\"", "\"order\"", "\"fields\"", "\"limit\"", "\"offset\"", "\"skip\"", "\"some\"", "\"none\"", "\"every\"", "\"eq\"", "\"inq\"", "\"between\"", "\"like\"", "\"regexp\"", "\"exists\"",
        "\"2025-01-02\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"00000000-0000-0000-0000-000000000000\"", "\"10675199.02:48:05.4775807\"", "\"Glad\"", "\"number DESC,name\"", "\"through.weight\"",
        $"\"'; DROP TABLE \\\"Sample\\\"; -- {Marker}\"", $"\"{Marker}\\\" OR 1=1 --\"", $"\"*[{Marker}]?%_\\\\\"", $"\"/{Marker}/i\"",
    ];

    [Test]
    public async Task Changed_JSON_is_found_or_refused([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        var found = 0;
        for (var number = 0; number < FiltersOfASeed; number++)
        {
            var valid = Valid(random, world);
            var json = random.Next(3) == 0 ? valid.ToJsonString() : Edited(random, valid).ToJsonString();
            for (var change = random.Next(4); change > 0; change--)
            {
                json = Changed(random, json);
            }

            found += await IsFoundAsync($"seed {seed}, filter {number}: {json}", () => Filter<Sample>.Parse(json)) ? 1 : 0;
        }

        Assert.That(found, Is.InRange(FiltersOfASeed / 20, FiltersOfASeed - (FiltersOfASeed / 20)), "both outcomes are met");
    }

    [Test]
    public async Task Changed_query_strings_are_found_or_refused([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        var found = 0;
        for (var number = 0; number < FiltersOfASeed; number++)
        {
            var valid = random.Next(2) == 0 ? Valid(random, world) : Edited(random, Valid(random, world));
            var pairs = new List<string>();
            Bracket(pairs, "filter", valid);
            var query = string.Join('&', pairs);
            for (var change = random.Next(4); change > 0 && query.Length > 0; change--)
            {
                var at = random.Next(query.Length);
                query = random.Next(3) switch
                {
                    0 => query.Remove(at, 1),
                    1 => query.Insert(at, SampleWorld.Of(random, ["[", "]", "=", "&", "%", "%00", "%FF", "%ED%A0%80", "\ud800", "+", "filter", "[]", "[0]", "[999999999]"])),
                    _ => query + "&" + SampleWorld.Of(random, [.. query.Split('&')]),
                };
            }

            found += await IsFoundAsync($"seed {seed}, filter {number}: {query}", () => Filter<Sample>.ParseQueryString(query)) ? 1 : 0;
        }

        Assert.That(found, Is.InRange(FiltersOfASeed / 20, FiltersOfASeed - (FiltersOfASeed / 20)), "both outcomes are met");
    }

    [Test]
    public async Task Bytes_are_found_or_refused([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        for (var number = 0; number < FiltersOfASeed; number++)
        {
            var bytes = Encoding.UTF8.GetBytes(Valid(random, world).ToJsonString());
            for (var change = 1 + random.Next(3); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await IsFoundAsync($"seed {seed}, filter {number}: {Convert.ToBase64String(bytes)}", () => Filter<Sample>.Parse(bytes));
        }
    }

    /// <summary>Finds by a filter, or is refused; whichever, nothing else happens.</summary>
    private async Task<bool> IsFoundAsync(string name, Func<Filter<Sample>> parse)
    {
        using var log = Test.Record();
        try
        {
            var filter = parse();
            var json = filter.ToJson();
            Assert.That(Filter<Sample>.Parse(json).ToJson(), Is.EqualTo(json), name);
            await new SampleRepository(Db).FindAsync(filter);
        }
        catch (InvalidFilterException error)
        {
            Assert.That(error.Problems, Is.Not.Empty, name);
            Assert.That(error.Problems.All(static problem => problem.Path.Length == 0 || problem.Path[0] == '/'), name);
            Assert.That(log.All, Is.Empty, name);
            return false;
        }
        catch (InvalidInclusionException)
        {
            Assert.That(log.All, Is.Empty, name);
            return false;
        }
        catch (Exception error) when (error is not AssertionException)
        {
            Assert.Fail($"{name}\n{error}");
        }

        foreach (var statement in log.Rows)
        {
            Assert.That(StatementShape.Stranger(Kind, statement), Is.Null, $"{name}\n{statement}");
            Assert.That(statement, Does.Not.Contain(Marker), name);
        }

        Assert.That(log.Rows, Is.Not.Empty, name);
        return true;
    }

    private static JsonObject Valid(Random random, SampleWorld world)
    {
        var filter = new JsonObject { ["where"] = new RandomFilters(world).Condition(random).Where };
        if (random.Next(2) == 0)
        {
            filter["order"] = new RandomFilters(world).Order(random).Name;
        }

        if (random.Next(2) == 0)
        {
            filter["limit"] = 1 + random.Next(9);
        }

        if (random.Next(2) == 0)
        {
            filter["fields"] = new JsonObject { ["number"] = random.Next(2) == 0, ["name"] = random.Next(2) == 0 };
        }

        if (random.Next(2) == 0)
        {
            filter["include"] = new JsonArray("parts", new JsonObject
            {
                ["relation"] = "marks",
                ["scope"] = new JsonObject { ["where"] = FilterTerm.Any(random, 1, RandomFilters.OfLinks).Where, ["order"] = RandomFilters.LinkOrder(random).Name, ["include"] = new JsonArray("samples") },
            });
        }

        return filter;
    }

    /// <summary>Changes a part of the JSON and leaves it JSON: another value, another name, deeper.</summary>
    private static JsonNode Edited(Random random, JsonNode root)
    {
        var copy = root.DeepClone();
        var places = new List<(JsonNode Parent, Action<JsonNode?> Set, JsonNode? Value)>();
        Collect(copy);
        if (places.Count == 0)
        {
            return copy;
        }

        var (_, set, value) = SampleWorld.Of(random, [.. places]);
        switch (random.Next(4))
        {
            case 0:
                set(Literal(random));
                break;
            case 1:
                set(new JsonArray(value?.DeepClone(), Literal(random)));
                break;
            case 2:
                set(new JsonObject { [SampleWorld.Of(random, ["eq", "gt", "like", "some", "through", "and", "name", "number", "scope", Marker, "\"", "a/b~c"])] = value?.DeepClone() });
                break;
            default:
                var deep = value?.DeepClone();
                for (var level = random.Next(40); level > 0; level--)
                {
                    deep = random.Next(2) == 0 ? new JsonObject { ["and"] = new JsonArray(deep) } : new JsonArray(deep);
                }

                set(deep);
                break;
        }

        return copy;

        void Collect(JsonNode? node)
        {
            if (node is JsonObject members)
            {
                foreach (var (name, child) in members.ToList())
                {
                    places.Add((members, replacement => members[name] = replacement, child));
                    Collect(child);
                }
            }
            else if (node is JsonArray items)
            {
                for (var index = 0; index < items.Count; index++)
                {
                    var at = index;
                    places.Add((items, replacement => items[at] = replacement, items[at]));
                    Collect(items[at]);
                }
            }
        }
    }

    private static JsonNode? Literal(Random random)
    {
        while (true)
        {
            try
            {
                var literal = JsonNode.Parse(SampleWorld.Of(random, Tokens));
                literal?.ToJsonString();
                return literal;
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // a token that is no value, or half of a surrogate pair
            }
        }
    }

    /// <summary>Drops, doubles, swaps, replaces or adds a token.</summary>
    private static string Changed(Random random, string json)
    {
        var tokens = JsonTokens().Matches(json).Select(static token => token.Value).ToList();
        if (tokens.Count < 2)
        {
            return json + SampleWorld.Of(random, Tokens);
        }

        var at = random.Next(tokens.Count);
        switch (random.Next(5))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens[at] = SampleWorld.Of(random, Tokens);
                break;
            default:
                tokens.Insert(at, SampleWorld.Of(random, Tokens));
                break;
        }

        return string.Concat(tokens);
    }

    private static void Bracket(List<string> pairs, string prefix, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, child) in members)
                {
                    Bracket(pairs, $"{prefix}[{Uri.EscapeDataString(name)}]", child);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Bracket(pairs, string.Create(CultureInfo.InvariantCulture, $"{prefix}[{index}]"), items[index]);
                }

                break;
            case JsonValue value:
                pairs.Add($"{prefix}={Uri.EscapeDataString(value.GetValueKind() == JsonValueKind.String ? value.ToJsonString().Trim('"') : value.ToJsonString())}");
                break;
        }
    }

    [GeneratedRegex("""\"(?:[^\"\\]|\\.)*\"|[-+.\w]+|[\s\S]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonTokens();
}
