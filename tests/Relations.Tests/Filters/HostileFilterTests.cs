using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Tests.Harness;
using Relations.Tests.Models;
using Relations.Tests.Queries;

namespace Relations.Tests.Filters;

/// <summary>Filters on relations of several types, on composite keys and on strong types: found, or refused with the place of what is wrong before any statement runs.</summary>
public sealed class HostileFilterTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string Marker = "h0stile";

    private static readonly string[] Values =
    [
        "null", "true", "0", "1", "-1", "2147483648", "-9223372036854775809", "1e400", "1e-400", "0.5", "123456789012345678901234567890", "{}", "[]", "[null]", "[1,null,\"a\"]", "{\"value\":1}", "\"\"", "\"a\"", "\"1\"",
        "\"\\u0000\"", "\"\\uD83D\\uDE00\"", "\"Post\"", "\"half\"", "\"Glad\"", "\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"", $"\"{Marker}' OR '1'='1\"", $"\"\\\"; DROP TABLE \\\"Customer\\\"; -- {Marker}\"",
    ];

    private Func<string, bool, Task> FinderOf(string name) => name switch
    {
        "customers" => (text, isQuery) => Find<Customer>(text, isQuery, filter => new CustomerRepository(Db).FindAsync(filter).AsTask()),
        "promotions" => (text, isQuery) => Find<Promotion>(text, isQuery, filter => new CustomerRepository(Db).Promotions(1).FindAsync(filter).AsTask()),
        "comments" => (text, isQuery) => Find<Comment>(text, isQuery, filter => new CommentRepository(Db).FindAsync(filter).AsTask()),
        "topic" => (text, isQuery) => Find<ITopic>(text, isQuery, filter => new CommentRepository(Db).Topic(1).FindAsync(filter).AsTask()),
        "vouchers" => (text, isQuery) => Find<Voucher>(text, isQuery, filter => new VoucherRepository(Db).FindAsync(filter).AsTask()),
        "depots" => (text, isQuery) => Find<Depot>(text, isQuery, filter => new VoucherRepository(Db).Depots((1, "a")).FindAsync(filter).AsTask()),
        "squares" => (text, isQuery) => Find<Square>(text, isQuery, filter => new SquareRepository(Db).FindAsync(filter).AsTask()),
        "surgeons" => (text, isQuery) => Find<Surgeon>(text, isQuery, filter => new SurgeonRepository(Db).FindAsync(filter).AsTask()),
        "theatres" => (text, isQuery) => Find<Theatre>(text, isQuery, filter => new SurgeonRepository(Db).Theatres(new SurgeonId(1)).FindAsync(filter).AsTask()),
        "suspects" => (text, isQuery) => Find<Suspect>(text, isQuery, filter => new SuspectRepository(Db).FindAsync(filter).AsTask()),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    [SetUp]
    public async Task Seed()
    {
        var customers = new CustomerRepository(Db);
        await customers.CreateAsync(new() { Name = "customer" });
        await customers.Promotions(1).CreateAsync(new FreeDelivery { Title = "free" });
        await customers.Promotions(1).CreateAsync(new HalfPrice { Title = "half", SponsorId = 1 });
        await new PostRepository(Db).CreateAsync(new() { Title = "a post" });
        await new CommentRepository(Db).CreateAsync(new() { Text = "x", TopicId = 1, TopicType = "Post" });
        await new VoucherRepository(Db).CreateAsync(new() { Number = 1, Code = "a", Customer = "x" });
        await new VoucherRepository(Db).Depots((1, "a")).CreateAsync(new() { Id = new(Guid.NewGuid()), Planet = default, Name = "d" });
        await new SquareRepository(Db).CreateAsync(new() { Row = 1, Column = 1, ParentRow = null, ParentColumn = null });
        var surgeon = await new SurgeonRepository(Db).CreateAsync(new() { Name = "s", Severity = new(Mood.Glad) });
        await new SurgeonRepository(Db).Theatres(surgeon.Id).CreateAsync(new() { Id = TheatreId.New(), Floor = 1 });
        await new SuspectRepository(Db).CreateAsync(new() { Print = new([1, 2]) });
    }

    [TestCase("promotions", """{"where":{"percent":1,"title":1,"id":{"gt":null}}}""", "/where/id/gt")]
    [TestCase("promotions", """{"where":{"percent":1,"title":1}}""", "/where/percent", "/where/title")]
    [TestCase("promotions", """{"where":{"through":{"promotionType":{"like":5},"through":{}}}}""", "/where/through/promotionType/like")]
    [TestCase("promotions", """{"where":{"through":{"through":{}}}}""", "/where/through/through")]
    [TestCase("promotions", """{"order":["couriers","title","title DESC","through.through.id"]}""", "/order/0", "/order/3")]
    [TestCase("promotions", """{"fields":["percent"],"include":["couriers"]}""", "/fields/0")]
    [TestCase("promotions", """{"include":["couriers",{"relation":"couriers","scope":{"limit":1}}]}""", "/include/1")]
    [TestCase("promotions", """{"include":[{"relation":"sponsor","scope":{"skip":1}},{"relation":"couriers","scope":{"where":{"name":[]}}}]}""", "/include/1/scope/where/name")]
    [TestCase("promotions", """{"include":[{"relation":"sponsor","scope":{"skip":1}}]}""", "/include/0/scope/skip")]
    [TestCase("customers", """{"where":{"promotions":{"some":{"couriers":{"none":{"nom":1}}}}}}""", "/where/promotions/some/couriers/none/nom")]
    [TestCase("customers", """{"where":{"promotions":{"some":{"title":"x"},"any":{}}}}""", "/where/promotions/any")]
    [TestCase("customers", """{"where":{"promotions":{"every":{"through":{"every":{"id":1}}}}}}""", "/where/promotions/every/through/every/id")]
    [TestCase("customers", """{"where":{"promotions":"free"}}""", "/where/promotions")]
    [TestCase("comments", """{"where":{"topic":{"some":{"width":1}}}}""", "/where/topic/some/width")]
    [TestCase("comments", """{"where":{"topic":{"some":{"through":{"id":1}}}},"include":[{"relation":"topic","scope":{"order":"id"}}]}""", "/where/topic/some/through", "/include/0/scope/order")]
    [TestCase("topic", """{"skip":1,"offset":1}""", "/offset")]
    [TestCase("topic", """{"where":{"id":{"between":[1]}}}""", "/where/id/between")]
    [TestCase("vouchers", """{"where":{"number":"x","code":5,"number, code":1}}""", "/where/number", "/where/code", "/where/number, code")]
    [TestCase("vouchers", """{"include":[{"relation":"depots","scope":{"where":{"id":{"value":"x"},"planet":"Pluto9"}}}]}""", "/include/0/scope/where/id/value")]
    [TestCase("vouchers", """{"include":[{"relation":"depots","scope":{"where":{"id":"x","planet":"Pluto9"}}}]}""", "/include/0/scope/where/id", "/include/0/scope/where/planet")]
    [TestCase("depots", """{"where":{"through":{"boxes":1.5}},"order":"through.boxes,through.nom"}""", "/where/through/boxes", "/order")]
    [TestCase("squares", """{"where":{"parent":{"some":{"row":{"inq":[1,"x",2.5]}}}}}""", "/where/parent/some/row/inq/1", "/where/parent/some/row/inq/2")]
    [TestCase("surgeons", """{"where":{"id":{"inq":[{"value":1}]}}}""", "/where/id/inq")]
    [TestCase("surgeons", """{"where":{"id":"abc","severity":"Furious!","mentorId":1.5}}""", "/where/id", "/where/severity", "/where/mentorId")]
    [TestCase("surgeons", """{"where":{"severity":{"like":"G%"}}}""", "/where/severity/like")]
    [TestCase("suspects", """{"where":{"print":"not base 64"}}""", "/where/print")]
    [TestCase("suspects", """{"where":{"print":{"gt":[1,2]}}}""", "/where/print/gt")]
    public void JSON_that_is_wrong_is_refused_where_it_is(string of, string filter, params string[] paths) => AssertRefused(of, filter, isQuery: false, paths);

    [TestCase("customers", "filter[where][name]=1&filter[where]=2", "/where")]
    [TestCase("customers", "filter[where]=2&filter[where][name]=1", "/where")]
    [TestCase("customers", "filter[where][name][]=1&filter[where][name][eq]=2", "/where/name/")]
    [TestCase("customers", "filter[include][0]=promotions&filter[include][0][relation]=promotions", "/include/0")]
    [TestCase("customers", "filter[where][id]=%00", "/where/id")]
    [TestCase("customers", "filter[where][%00]=1", "/where/\0")]
    [TestCase("customers", "filter[limit]=1&filter[limit]=2", "/limit")]
    [TestCase("promotions", "filter[skip]=1&filter[offset]=1", "/offset")]
    [TestCase("promotions", "filter[where][through][promotionId]=%F0%9F%98%80", "/where/through/promotionId")]
    [TestCase("surgeons", "filter[where][id][value]=1", "/where/id/value")]
    [TestCase("surgeons", "filter[where][id]=", "/where/id")]
    [TestCase("surgeons", "filter[where][id]=1%00", "/where/id")]
    [TestCase("surgeons", "filter[where][id]=%201", "/where/id")]
    [TestCase("surgeons", "filter[where][id]=%D9%A1", "/where/id")]
    [TestCase("vouchers", "filter[where][number][inq]=1", "/where/number/inq")]
    [TestCase("vouchers", "filter[where][number][between][0]=1&filter[where][number][between][x]=2", "/where/number/between")]
    [TestCase("customers", "filter[=1", "")]
    [TestCase("customers", "filter[where]]=1", "")]
    [TestCase("customers", "filter={}&filter[limit]=1", "")]
    [TestCase("surgeons", "filter[limit]=1%00", "/limit")]
    public void Brackets_that_are_wrong_are_refused_where_they_are(string of, string query, params string[] paths) => AssertRefused(of, query, isQuery: true, paths);

    [TestCase("""{"where":{"name":"a\u0000"}}""", "/where/name")]
    [TestCase("""{"where":{"name":{"inq":["a","\u0000"]}}}""", "/where/name/inq/1")]
    [TestCase("""{"where":{"name":{"like":"%\u0000%"}}}""", "/where/name/like")]
    public async Task A_text_with_NUL_is_refused_where_the_database_has_none(string filter, string path)
    {
        if (Kind == DatabaseKind.PostgreSql)
        {
            AssertRefused("surgeons", filter, isQuery: false, [path]);
            return;
        }

        await FinderOf("surgeons")(filter, false);
    }

    [TestCase(nameof(FilterLimits.Conditions), 200)]
    [TestCase(nameof(FilterLimits.Inclusions), 50)]
    [TestCase(nameof(FilterLimits.ListLength), 1000)]
    [TestCase(nameof(FilterLimits.TextLength), 8192)]
    [TestCase(nameof(FilterLimits.Depth), 10)]
    public async Task What_a_limit_allows_is_found_and_one_more_is_refused(string limit, int most)
    {
        await FinderOf("surgeons")(Filter(most), false);

        Assert.That(async () => await FinderOf("surgeons")(Filter(most + 1), false), Throws.TypeOf<InvalidFilterException>().With.Message.Contains(most.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        string Filter(int count) => limit switch
        {
            nameof(FilterLimits.Conditions) => $$$$"""{"where":{"or":[{{{{Repeat("""{"id":1}""", count)}}}}]}}""",
            nameof(FilterLimits.Inclusions) => Included(count),
            nameof(FilterLimits.ListLength) => $$$$"""{"where":{"id":{"inq":[{{{{Repeat("1", count)}}}}]}}}""",
            nameof(FilterLimits.TextLength) => $$$$"""{"where":{"name":"{{{{new string('x', count)}}}}"}}""",
            _ => Nested(count),
        };

        static string Repeat(string text, int count) => string.Join(',', Enumerable.Repeat(text, count));

        // Levels of five relations each, the last of which leads to the next.
        static string Included(int count)
        {
            string[] names = ["theatres", "operations", "implants", "locker", "mentor"];
            var inner = new JsonArray();
            for (var left = count; left > 0;)
            {
                var here = Math.Min(left, left % names.Length == 0 ? names.Length : left % names.Length);
                var level = new JsonArray([.. names[..here].Select(static name => (JsonNode)name)]);
                if (inner.Count > 0)
                {
                    level.RemoveAt(here - 1);
                    level.Add(new JsonObject { ["relation"] = "pupils", ["scope"] = new JsonObject { ["include"] = inner } });
                }

                inner = level;
                left -= here;
            }

            return new JsonObject { ["include"] = inner }.ToJsonString();
        }

        static string Nested(int depth)
        {
            var where = """{"id":1}""";
            for (var level = 0; level < depth; level++)
            {
                where = $$$$"""{"pupils":{"some":{{{{where}}}}}}""";
            }

            return $$$$"""{"where":{{{{where}}}}}""";
        }
    }

    [Test]
    public async Task Filters_by_chance_are_found_or_refused(
        [Values("customers", "promotions", "comments", "topic", "vouchers", "depots", "squares", "surgeons", "theatres", "suspects")] string of, [Range(1, 2)] int seed)
    {
        const int Filters = 400;
        var random = new Random(seed);
        var found = 0;
        for (var number = 0; number < Filters; number++)
        {
            var filter = Wanted(random, DefinitionOf(of), depth: 0);
            if (random.Next(4) == 0)
            {
                filter = filter.Insert(random.Next(filter.Length), SampleWorld.Of(random, ["{", "}", "[", "\"", ",", ":", "0", "\\", "\0"]));
            }

            found += await IsFoundAsync(FinderOf(of), filter, $"{of}, seed {seed}, filter {number}: {filter}") ? 1 : 0;
        }

        Assert.That(found, Is.InRange(Filters / 50, Filters * 49 / 50), "both outcomes are met");
    }

    private static EntityDefinition DefinitionOf(string name) => name switch
    {
        "customers" => CustomerRepository.Definition,
        "promotions" => CustomerRepository.Definition.Relations["promotions"].Target,
        "comments" => CommentRepository.Definition,
        "topic" => CommentRepository.Definition.Relations["topic"].Target,
        "vouchers" => VoucherRepository.Definition,
        "depots" => DepotRepository.Definition,
        "squares" => SquareRepository.Definition,
        "surgeons" => SurgeonRepository.Definition,
        "theatres" => TheatreRepository.Definition,
        _ => SuspectRepository.Definition,
    };

    private static string Wanted(Random random, EntityDefinition entity, int depth)
    {
        var members = new List<string>();
        Add(2, () => $"\"where\":{Where(random, entity, depth)}");
        Add(4, () => $"\"order\":\"{Property(random, entity)}{SampleWorld.Of(random, ["", " DESC", " ASC", " asc,id", ",", " x"])}\"");
        Add(5, () => $"\"fields\":[\"{Property(random, entity)}\"]");
        Add(5, () => $"\"limit\":{SampleWorld.Of(random, ["1", "3", "2147483647", "0", "2147483648", "\"2\""])}");
        Add(6, () => $"\"{SampleWorld.Of(random, ["skip", "offset"])}\":{SampleWorld.Of(random, ["0", "1", "2147483647", "-1"])}");
        Add(3, () => $"\"include\":[{Inclusion(random, entity, depth)}{(random.Next(3) == 0 ? "," + Inclusion(random, entity, depth) : "")}]");
        return "{" + string.Join(',', members) + "}";

        void Add(int oneIn, Func<string> member)
        {
            if (random.Next(oneIn) == 0)
            {
                members.Add(member());
            }
        }
    }

    private static string Where(Random random, EntityDefinition entity, int depth) => random.Next(depth > 3 ? 4 : 9) switch
    {
        0 => $$$$"""{"{{{{Property(random, entity)}}}}":{{{{SampleWorld.Of(random, Values)}}}}}""",
        1 or 2 => $$$$"""{"{{{{Property(random, entity)}}}}":{"{{{{SampleWorld.Of(random, ["eq", "neq", "gt", "lte", "inq", "nin", "between", "like", "nilike", "exists"])}}}}":{{{{SampleWorld.Of(random, Values)}}}}}}""",
        3 => "{}",
        4 or 5 when Relation(random, entity) is { } relation =>
            $$$$"""{"{{{{relation.Name}}}}":{"{{{{SampleWorld.Of(random, ["some", "none", "every"])}}}}":{{{{Where(random, relation.Target, depth + 1)}}}}}}""",
        6 => $$$$"""{"{{{{SampleWorld.Of(random, ["and", "or"])}}}}":[{{{{Where(random, entity, depth + 1)}}}},{{{{Where(random, entity, depth + 1)}}}}]}""",
        7 => $$$$"""{"through":{{{{Where(random, entity, depth + 1)}}}}}""",
        _ => $$"""{"id":1}""",
    };

    private static string Inclusion(Random random, EntityDefinition entity, int depth) =>
        Relation(random, entity) is not { } relation ? $"\"{Marker}\""
        : depth > 2 || random.Next(2) == 0 ? $"\"{relation.Name}\""
        : $$$$"""{"relation":"{{{{relation.Name}}}}","scope":{{{{Wanted(random, relation.Target, depth + 1)}}}}}""";

    private static string Property(Random random, EntityDefinition entity) =>
        random.Next(12) == 0 ? SampleWorld.Of(random, ["through.id", "nothing", Marker, "$type", "through"]) : SampleWorld.Of(random, [.. entity.Properties]).JsonName;

    private static RelationDefinition? Relation(Random random, EntityDefinition entity)
    {
        RelationDefinition[] relations = [.. (entity is PolymorphicTarget several ? several.Types : [entity]).SelectMany(static type => type.Relations.Values)];
        return relations.Length == 0 ? null : SampleWorld.Of(random, relations);
    }

    private static async Task Find<T>(string text, bool isQuery, Func<Filter<T>, Task> find) where T : class =>
        await find(isQuery ? Filter<T>.ParseQueryString(text) : Filter<T>.Parse(text));

    private void AssertRefused(string of, string filter, bool isQuery, string[] paths)
    {
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await FinderOf(of)(filter, isQuery));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo(paths), error.Message);
            Assert.That(log.All, Is.Empty);
        }
    }

    private async Task<bool> IsFoundAsync(Func<string, bool, Task> find, string filter, string name)
    {
        using var log = Test.Record();
        try
        {
            await find(filter, false);
        }
        catch (Exception error) when (error is InvalidFilterException or InvalidInclusionException)
        {
            Assert.That(error is InvalidInclusionException || ((InvalidFilterException)error).Problems.Count > 0, name);
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
        }

        return true;
    }
}
