using System.Text;
using Relations.Querying;
using Relations.Querying.Json;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Filters;

/// <summary>The values of a filter get the types of the properties: exactly, or not at all.</summary>
public sealed class FilterValueTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed()
    {
        await new OddityRepository(Db).CreateAllAsync(
        [
            new()
            {
                Id = 9_007_199_254_740_993, Tiny = -128, Octet = 255, Short = -32768, UShort = 65535, UInt = uint.MaxValue, ULong = long.MaxValue, Single = 0.1f, Double = 1e300, Letter = 'é', OtherLetter = 'x',
                Bytes = [0, 255, 16], OtherBytes = [], Day = new(2024, 2, 29), Time = new(9, 30), Token = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301"), Length = TimeSpan.FromHours(26.5),
            },
            new() { Id = 1, Letter = 'a' },
        ]);
        await new SampleRepository(Db).CreateAllAsync(
        [
            new()
            {
                Name = "one", Number = 1, Big = long.MaxValue, Active = true, Mood = Mood.Glad, Price = 79228162514264337593543950335m, Rebate = 0.10m, Ratio = 0.1,
                At = new(2025, 1, 2, 3, 4, 5), Moment = new(2025, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)), Token = new("a0000000-0000-0000-0000-000000000000"),
            },
            new() { Name = "two", Number = 2 },
        ]);
    }

    [TestCase("""{"id":9007199254740993}""")]
    [TestCase("""{"id":"9007199254740993"}""")]
    [TestCase("""{"tiny":-128}""")]
    [TestCase("""{"tiny":-1.28e2}""")]
    [TestCase("""{"octet":255.0}""")]
    [TestCase("""{"short":-32768}""")]
    [TestCase("""{"uShort":65535}""")]
    [TestCase("""{"uInt":4294967295}""")]
    [TestCase("""{"uLong":9223372036854775807}""")]
    [TestCase("""{"single":0.1}""")]
    [TestCase("""{"double":1e300}""")]
    [TestCase("""{"double":{"between":["1e299",1E301]}}""")]
    [TestCase("""{"letter":"é"}""")]
    [TestCase("""{"otherLetter":{"inq":[null,"x"]},"id":{"gt":1}}""")]
    [TestCase("""{"bytes":"AP8Q"}""")]
    [TestCase("""{"otherBytes":""}""")]
    [TestCase("""{"bytes":{"inq":["AP8Q","AA=="]}}""")]
    [TestCase("""{"day":"2024-02-29"}""")]
    [TestCase("""{"time":"09:30"}""")]
    [TestCase("""{"time":{"lte":"09:30:00.0000000","gt":"09:29:59.9999999"}}""")]
    [TestCase("""{"token":"3F2504E0-4F89-11D3-9A0C-0305E82C3301"}""")]
    [TestCase("""{"token":"3f2504e04f8911d39a0c0305e82c3301"}""")]
    [TestCase("""{"length":"1.02:30:00"}""")]
    [TestCase("""{"length":{"gt":"1.02:29:59"}}""")]
    public async Task Values_are_read_exactly(string where) =>
        Assert.That((await new OddityRepository(Db).FindAsync(Filter<Oddity>.Parse($$$"""{"where":{{{where}}}}"""))).Select(static oddity => oddity.Id), Is.EqualTo([9_007_199_254_740_993]));

    [TestCase("""{"big":9223372036854775807}""")]
    [TestCase("""{"active":true}""")]
    [TestCase("""{"active":"true"}""")]
    [TestCase("""{"mood":"Glad"}""")]
    [TestCase("""{"mood":5}""")]
    [TestCase("""{"mood":"5"}""")]
    [TestCase("""{"mood":{"inq":["Glad","Cross"]}}""")]
    [TestCase("""{"otherMood":{"neq":"Calm"}}""", false)]
    [TestCase("""{"price":79228162514264337593543950335}""")]
    [TestCase("""{"price":{"gt":79228162514264337593543950334.0}}""")]
    [TestCase("""{"rebate":0.1}""")]
    [TestCase("""{"rebate":"1e-1"}""")]
    [TestCase("""{"ratio":1e-1}""")]
    [TestCase("""{"at":"2025-01-02T03:04:05"}""")]
    [TestCase("""{"at":"2025-01-02T03:04:05Z"}""")]
    [TestCase("""{"at":"2025-01-02T05:04:05+02:00"}""")]
    [TestCase("""{"at":{"gt":"2025-01-02","lt":"2025-01-02T03:05"}}""")]
    [TestCase("""{"moment":"2025-01-02T03:04:05Z"}""")]
    [TestCase("""{"moment":"2025-01-02T03:04:05"}""")]
    [TestCase("""{"moment":"2025-01-01T22:04:05.0000000-05:00"}""")]
    public async Task Other_values_are_read_exactly(string where, bool isFound = true) =>
        Assert.That((await new SampleRepository(Db).FindAsync(Filter<Sample>.Parse($$$"""{"where":{{{where}}}}"""))).Select(static sample => sample.Name), Is.EqualTo(isFound ? ["one"] : Array.Empty<string>()));

    [TestCase("number", "1.0")]
    [TestCase("number", "1e2")]
    [TestCase("mood", "\"Glad\"")]
    [TestCase("mood", "\"glad\"")]
    [TestCase("otherMood", "\"CROSS\"")]
    [TestCase("mood", "5")]
    [TestCase("price", "1.50")]
    [TestCase("price", "79228162514264337593543950335")]
    [TestCase("price", "0.1000000000000000000000000000000")]
    [TestCase("token", "\"0B5E5B1C-6e62-4c2f-9a3f-0c6a3f6f5d11\"")]
    [TestCase("token", "\"0b5e5b1c6e624c2f9a3f0c6a3f6f5d11\"")]
    [TestCase("moment", "\"2025-01-02T03:04:05\"")]
    [TestCase("moment", "\"2025-01-02T03:04:05-05:00\"")]
    [TestCase("length", "\"02:00:00\"")]
    public async Task A_filter_finds_what_a_body_says_in_the_same_words(string property, string value)
    {
        var samples = new SampleRepository(Db);
        var created = await samples.CreateAsync(RelationsJson.Read<Sample>(RelationsModel.Definition, Encoding.UTF8.GetBytes($$"""{"name":"three","{{property}}":{{value}}}""")));

        var found = await samples.FindAsync(Filter<Sample>.Parse($$$"""{"where":{"name":"three","{{{property}}}":{{{value}}}}}"""));

        Assert.That(found.Select(static sample => sample.Id), Is.EqualTo([created.Id]));
    }

    [TestCase("number", "1.5")]
    [TestCase("number", "2147483648")]
    [TestCase("mood", "\"Calm, Glad\"")]
    [TestCase("mood", "\" Glad\"")]
    [TestCase("mood", "\"\"")]
    [TestCase("price", "1234567890123456789012345678901")]
    [TestCase("price", "0.1234567890123456789012345678901")]
    [TestCase("token", "\"{0b5e5b1c-6e62-4c2f-9a3f-0c6a3f6f5d11}\"")]
    [TestCase("length", "\"5\"")]
    [TestCase("moment", "\"yesterday\"")]
    public void What_a_filter_refuses_a_body_refuses_too(string property, string value)
    {
        var filter = Assert.ThrowsAsync<InvalidFilterException>(async () => await new SampleRepository(Db).FindAsync(Filter<Sample>.Parse($$$"""{"where":{"{{{property}}}":{{{value}}}}}""")));
        var body = Assert.Throws<InvalidBodyException>(() => RelationsJson.Read<Sample>(RelationsModel.Definition, Encoding.UTF8.GetBytes($$"""{"{{property}}":{{value}}}""")));

        Assert.That((filter.Problems.Single().Path, body.Problems.Single().Path), Is.EqualTo(($"/where/{property}", $"/{property}")));
    }

    [Test]
    public async Task A_byte_order_mark_before_a_filter_is_passed_over()
    {
        const string filter = "\uFEFF{\"where\":{\"number\":2}}";

        Assert.That((await new SampleRepository(Db).FindAsync(Filter<Sample>.Parse(filter))).Select(static sample => sample.Name), Is.EqualTo(["two"]));
        Assert.That((await new SampleRepository(Db).FindAsync(Filter<Sample>.Parse(Encoding.UTF8.GetBytes(filter)))).Select(static sample => sample.Name), Is.EqualTo(["two"]));
    }

    [TestCase("number", "\"abc\"", "an integer")]
    [TestCase("number", "1.5", "an integer")]
    [TestCase("number", "true", "an integer")]
    [TestCase("number", "\"\"", "an integer")]
    [TestCase("number", "\" 1\"", "an integer")]
    [TestCase("number", "\"1,000\"", "an integer")]
    [TestCase("number", "\"0x10\"", "an integer")]
    [TestCase("number", "2147483648", "an integer from -2147483648 to 2147483647")]
    [TestCase("big", "9223372036854775808", "an integer from -9223372036854775808 to 9223372036854775807")]
    [TestCase("number", "1e999999999999", "an integer")]
    [TestCase("name", "1", "a text")]
    [TestCase("name", "false", "a text")]
    [TestCase("active", "1", "true or false")]
    [TestCase("active", "\"yes\"", "true or false")]
    [TestCase("mood", "\" Glad\"", "one of \"Calm\", \"Glad\", \"Cross\", or its number")]
    [TestCase("mood", "\"Calm, Glad\"", "one of \"Calm\", \"Glad\", \"Cross\", or its number")]
    [TestCase("mood", "2147483648", "one of \"Calm\", \"Glad\", \"Cross\", or its number")]
    [TestCase("price", "79228162514264337593543950336", "a number of at most 28 digits")]
    [TestCase("price", "0.12345678901234567890123456789", "a number of at most 28 digits")]
    [TestCase("price", "1e-40", "a number of at most 28 digits")]
    [TestCase("price", "\"NaN\"", "a number of at most 28 digits")]
    [TestCase("ratio", "1e400", "a number")]
    [TestCase("ratio", "\"Infinity\"", "a number")]
    [TestCase("at", "\"yesterday\"", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("at", "\"01/02/2025\"", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("at", "\"2025-02-30\"", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("at", "1735787045", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("at", "\"0001-01-01T00:00:00+01:00\"", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("at", "\"9999-12-31T23:59:59-01:00\"", "a date and time such as \"2025-03-01T09:30:00\"")]
    [TestCase("moment", "\"0001-01-01T00:00:00+14:00\"", "a date and time with its offset such as \"2025-03-01T09:30:00+01:00\"")]
    [TestCase("day", "\"2025-01-02T00:00:00\"", "a date such as \"2025-03-01\"")]
    [TestCase("time", "\"24:00\"", "a time such as \"09:30:00\"")]
    [TestCase("length", "\"26:30:00\"", "a duration such as \"1.02:30:00\" (a day, two hours and a half)")]
    [TestCase("length", "\"5\"", "a duration such as \"1.02:30:00\" (a day, two hours and a half)")]
    [TestCase("token", "\"{a0000000-0000-0000-0000-000000000000}\"", "a UUID such as \"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"")]
    public void A_value_of_another_type_is_a_problem(string property, string value, string expected)
    {
        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await new SampleRepository(Db).FindAsync(Filter<Sample>.Parse($$$$"""{"where":{"{{{{property}}}}":{"neq":{{{{value}}}}}}}""")));

        Assert.That(error.Problems.Single().ToString(), Is.EqualTo($"/where/{property}/neq: expected {expected}, got {value}"));
    }

    [Test, NotOn(DatabaseKind.PostgreSql, "It has integers of that size.")]
    public void An_integer_that_no_column_can_hold_is_a_problem([Values("{\"gt\":9223372036854775808}", "{\"inq\":[1,9223372036854775808]}", "9223372036854775808")] string comparison)
    {
        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await new OddityRepository(Db).FindAsync(Filter<Oddity>.Parse($$$$"""{"where":{"uLong":{{{{comparison}}}}}}""")));

        Assert.That(error.Problems.Single().Message, Is.EqualTo("SQLite has no integers greater than 9223372036854775807, got 9223372036854775808"));
    }

    [TestCase("tiny", "-129")]
    [TestCase("octet", "256")]
    [TestCase("uInt", "-1")]
    [TestCase("uLong", "18446744073709551616")]
    [TestCase("single", "1e39")]
    [TestCase("letter", "\"ab\"")]
    [TestCase("letter", "\"\"")]
    [TestCase("letter", "\"😀\"")]
    [TestCase("bytes", "\"AP8\"")]
    [TestCase("bytes", "\"AP-_\"")]
    public void A_value_out_of_range_is_a_problem(string property, string value)
    {
        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await new OddityRepository(Db).FindAsync(Filter<Oddity>.Parse($$$"""{"where":{"{{{property}}}":{{{value}}}}}""")));

        Assert.That(error.Problems.Single().Message, Does.StartWith("expected "));
    }

    [Test]
    public async Task A_filter_makes_the_statement_of_the_lambda()
    {
        var sample = new SampleRepository(Db);
        var filter = Filter<Sample>.Parse("""
            {
                "where": { "number": { "gte": 1, "inq": [1, 2] }, "or": [{ "name": { "like": "o%" } }, { "marks": { "some": { "rank": 3, "through": { "weight": { "lt": 9 } } } } }], "text": null, "mood": "Glad", "rebate": { "neq": 0.5 } },
                "order": ["price DESC", "id"],
                "fields": ["name"],
                "limit": 3
            }
            """);
        var query = sample
            .Where(s => s.Number >= 1 && s.Number.In(1, 2) && (s.Name.Like("o%") || s.Marks.Any((m, a) => m.Rank == 3 && a.Weight < 9)) && s.Text == null && s.Mood == Mood.Glad && s.Rebate != 0.5m)
            .OrderByDescending(s => s.Price).ThenBy(s => s.Id).Fields(s => s.Name).Take(3);

        Assert.That(Sql(sample.Apply(filter).ToSql()), Is.EqualTo(Sql(query.ToSql())));
        Assert.That(await sample.FindAsync(filter), Has.Count.EqualTo(1));

        static string Sql(string shown) => shown.Split('\n')[0];
    }

    [TestCase("^M", "^M", false)]
    [TestCase("/^M/", "^M", false)]
    [TestCase("/^M/i", "^M", true)]
    [TestCase("/a/b/", "a/b", false)]
    [TestCase("/", "/", false)]
    public void Regular_expressions_are_for_databases_that_have_them(string written, string pattern, bool ignoreCase)
    {
        var filter = Filter<Doctor>.Parse($$$$"""{"where":{"name":{"regexp":"{{{{written}}}}"}}}""");
        var query = QuerySpecification.Of(DoctorRepository.Definition);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(filter.ApplyTo(query, With(hasThem: true)).Condition, Is.EqualTo(new TextNode(query.Target.Column(query.Target.Definition.Property("Name")), TextMatch.RegularExpression, pattern, ignoreCase, Negated: false)));
            Assert.That(() => filter.ApplyTo(query, With(hasThem: false)), Throws.TypeOf<InvalidFilterException>().With.Message.EndsWith("/where/name/regexp: TestDB has no regular expressions; use like"));
            Assert.That(() => Filter<Doctor>.Parse("""{"where":{"name":{"regexp":"/a/g"}}}""").ApplyTo(query, With(hasThem: true)), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("unknown flag"));
            Assert.That(() => Filter<Doctor>.Parse("""{"where":{"id":{"regexp":"a"}}}""").ApplyTo(query, With(hasThem: true)), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("no text"));
        }

        static FilterSurroundings With(bool hasThem) => new("TestDB", hasThem, StoresNul: true, ulong.MaxValue, CanInclude: static (_, _) => true, HasOwnResolver: static (_, _) => false);
    }
}
