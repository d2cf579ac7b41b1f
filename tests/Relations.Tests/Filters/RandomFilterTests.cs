using System.Text.Json.Nodes;
using Relations.Tests.Harness;
using Relations.Tests.Models;
using Relations.Tests.Queries;

namespace Relations.Tests.Filters;

/// <summary>Filters made by chance find what plain code finds in memory. A failure names the seed and the filter.</summary>
public sealed class RandomFilterTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const int FiltersOfASeed = 150;

    [Test]
    public async Task Filters_find_what_memory_finds([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        var filters = new RandomFilters(world);
        var samples = new SampleRepository(Db);
        for (var number = 0; number < FiltersOfASeed; number++)
        {
            var condition = filters.Condition(random);
            var orders = Enumerable.Range(0, random.Next(3)).Select(_ => filters.Order(random)).DistinctBy(static order => order.Name.Split(' ')[0], StringComparer.Ordinal).ToList();
            var (skip, limit) = (random.Next(4), random.Next(3) == 0 ? (int?)null : 1 + random.Next(8));
            var json = new JsonObject
            {
                ["where"] = condition.Where,
                ["order"] = new JsonArray([.. orders.Select(static order => JsonValue.Create(order.Name))]),
                ["skip"] = skip,
            };
            if (limit is { } count)
            {
                json["limit"] = count;
            }

            var text = json.ToJsonString();
            var filter = Filter<Sample>.Parse(text);
            var expected = world.Samples.Where(sample => condition.Truth(sample) == true)
                .Order(By<Sample>([.. orders.Select(static order => order.Compare), static (one, two) => one.Id - two.Id]))
                .Skip(skip).Take(limit ?? int.MaxValue).Select(static sample => sample.Id);

            var name = $"seed {seed}, filter {number}: {text}";
            Assert.That((await samples.FindAsync(filter)).Select(static sample => sample.Id), Is.EqualTo(expected), name);
            Assert.That((await samples.FindAsync(Filter<Sample>.Parse(filter.ToJson()))).Select(static sample => sample.Id), Is.EqualTo(expected), name);
        }
    }

    [Test]
    public async Task Inclusions_give_each_parent_what_memory_gives_it([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        var samples = new SampleRepository(Db);
        for (var number = 0; number < FiltersOfASeed / 3; number++)
        {
            var parts = FilterTerm.Any(random, 1, RandomFilters.OfParts);
            var links = FilterTerm.Any(random, 2, RandomFilters.OfLinks);
            var order = RandomFilters.LinkOrder(random);
            var (skip, limit) = (random.Next(3), 1 + random.Next(3));
            var json = new JsonObject
            {
                ["include"] = new JsonArray(
                    Inclusion("parts", new() { ["where"] = parts.Where, ["skip"] = skip, ["limit"] = limit, ["include"] = "sample" }),
                    Inclusion("markings", new() { ["where"] = links.Where.DeepClone(), ["order"] = order.Name, ["skip"] = skip, ["limit"] = limit }),
                    Inclusion("marks", new() { ["where"] = links.Where, ["include"] = new JsonArray(Inclusion("samples", new() { ["where"] = new JsonObject { ["marks"] = new JsonObject { ["some"] = new JsonObject() } } })) })),
            };
            var text = json.ToJsonString();
            var name = $"seed {seed}, filter {number}: {text}";

            foreach (var sample in await samples.FindAsync(Filter<Sample>.Parse(text)))
            {
                var expected = world.LinksOf(sample).Where(link => links.Truth(link) == true).ToList();
                Assert.That(sample.Parts.Select(static part => part.Id), Is.EqualTo(world.PartsOf(sample).Where(part => parts.Truth(part) == true).Skip(skip).Take(limit).Select(static part => part.Id)), name);
                Assert.That(sample.Parts.All(part => part.Sample!.Id == sample.Id), name);
                Assert.That(
                    sample.Markings.Select(static link => link.Through.Id),
                    Is.EqualTo(expected.Order(By<(Mark Mark, Marking Marking)>([order.Compare, static (one, two) => one.Mark.Id - two.Mark.Id, static (one, two) => one.Marking.Id - two.Marking.Id])).Skip(skip).Take(limit).Select(static link => link.Marking.Id)),
                    name);
                Assert.That(sample.Marks.Select(static mark => mark.Id), Is.EqualTo(expected.Select(static link => link.Mark.Id).Distinct().Order()), name);
                Assert.That(sample.Marks.All(mark => mark.Samples.Any(other => other.Id == sample.Id)), name);
            }
        }
    }

    private static JsonObject Inclusion(string relation, JsonObject scope) => new() { ["relation"] = relation, ["scope"] = scope };

    private static Comparer<TRow> By<TRow>(Comparison<TRow>[] comparisons) =>
        Comparer<TRow>.Create((one, two) => comparisons.Select(comparison => comparison(one, two)).FirstOrDefault(static sign => sign != 0));
}
