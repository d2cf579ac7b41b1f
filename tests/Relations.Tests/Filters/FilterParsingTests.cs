using System.Text;
using Relations.Tests.Models;

namespace Relations.Tests.Filters;

/// <summary>What is checked before a filter meets any definition: its grammar and its limits.</summary>
[TestFixture]
public sealed class FilterParsingTests
{
    [TestCase("", "")]
    [TestCase("{", "")]
    [TestCase("{} {}", "")]
    [TestCase("nonsense", "")]
    [TestCase("{\"where\":{},}", "")]
    [TestCase("/* */{}", "")]
    [TestCase("[]", "")]
    [TestCase("null", "")]
    [TestCase("\"x\"", "")]
    [TestCase("""{"limits":1}""", "/limits")]
    [TestCase("""{"limit":0}""", "/limit")]
    [TestCase("""{"limit":-1}""", "/limit")]
    [TestCase("""{"limit":1.5}""", "/limit")]
    [TestCase("""{"limit":2147483648}""", "/limit")]
    [TestCase("""{"limit":null}""", "/limit")]
    [TestCase("""{"limit":"many"}""", "/limit")]
    [TestCase("""{"skip":-1}""", "/skip")]
    [TestCase("""{"skip":1,"offset":1}""", "/offset")]
    [TestCase("""{"where":null}""", "/where")]
    [TestCase("""{"where":[]}""", "/where")]
    [TestCase("""{"where":{"name":{}}}""", "/where/name")]
    [TestCase("""{"where":{"name":["a"]}}""", "/where/name")]
    [TestCase("""{"where":{"a/b~c":["a"]}}""", "/where/a~1b~0c")]
    [TestCase("""{"where":{"name":{"is":"a"}}}""", "/where/name/is")]
    [TestCase("""{"where":{"name":{"eq":{"a":1}}}}""", "/where/name/eq")]
    [TestCase("""{"where":{"name":{"gt":null}}}""", "/where/name/gt")]
    [TestCase("""{"where":{"name":{"like":5}}}""", "/where/name/like")]
    [TestCase("""{"where":{"name":{"inq":5}}}""", "/where/name/inq")]
    [TestCase("""{"where":{"name":{"inq":[[1]]}}}""", "/where/name/inq")]
    [TestCase("""{"where":{"name":{"between":[1]}}}""", "/where/name/between")]
    [TestCase("""{"where":{"name":{"between":[1,2,3]}}}""", "/where/name/between")]
    [TestCase("""{"where":{"name":{"between":[1,null]}}}""", "/where/name/between")]
    [TestCase("""{"where":{"name":{"exists":1}}}""", "/where/name/exists")]
    [TestCase("""{"where":{"and":{}}}""", "/where/and")]
    [TestCase("""{"where":{"or":[]}}""", "/where/or")]
    [TestCase("""{"where":{"or":[1]}}""", "/where/or/0")]
    [TestCase("""{"where":{"patients":{"some":1}}}""", "/where/patients/some")]
    [TestCase("""{"where":{"patients":{"some":{},"eq":1}}}""", "/where/patients/eq")]
    [TestCase("""{"where":{"name":"a","name":"b"}}""", "/where/name")]
    [TestCase("""{"where":{"name":"\ud800"}}""", "/where/name")]
    [TestCase("""{"where":{"\ud800":1}}""", "/where")]
    [TestCase("""{"fields":5}""", "/fields")]
    [TestCase("""{"fields":[5]}""", "/fields/0")]
    [TestCase("""{"fields":{"name":1}}""", "/fields/name")]
    [TestCase("""{"order":5}""", "/order")]
    [TestCase("""{"order":[null]}""", "/order/0")]
    [TestCase("""{"order":""}""", "/order")]
    [TestCase("""{"order":"name DOWN"}""", "/order")]
    [TestCase("""{"order":"name ASC DESC"}""", "/order")]
    [TestCase("""{"order":"name,,id"}""", "/order")]
    [TestCase("""{"include":5}""", "/include")]
    [TestCase("""{"include":[[]]}""", "/include/0")]
    [TestCase("""{"include":{}}""", "/include")]
    [TestCase("""{"include":{"relation":5}}""", "/include/relation")]
    [TestCase("""{"include":[{"relation":"a","where":{}}]}""", "/include/0/where")]
    [TestCase("""{"include":[{"relation":"a","scope":5}]}""", "/include/0/scope")]
    [TestCase("""{"include":[{"relation":"a","scope":{"limit":0}}]}""", "/include/0/scope/limit")]
    public void L107_108_What_the_grammar_does_not_know_is_a_problem(string json, string path)
    {
        var error = Assert.Throws<InvalidFilterException>(() => Filter<Doctor>.Parse(json));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo([path]), error.Message);
            Assert.That(() => Filter<Doctor>.Parse(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<InvalidFilterException>().With.Message.EqualTo(error.Message));
        }
    }

    [TestCase("filter[where", "")]
    [TestCase("filter[where]name=1", "")]
    [TestCase("filter[where][a[b]]=1", "")]
    [TestCase("filter={}&filter={}", "")]
    [TestCase("filter={}&filter[limit]=1", "")]
    [TestCase("filter={", "")]
    [TestCase("filter[limit]=1&filter[limit]=2", "/limit")]
    [TestCase("filter[limit]=", "/limit")]
    [TestCase("filter[where][name]=a&filter[where][name][gt]=b", "/where/name")]
    [TestCase("filter[where][name][]=a&filter[where][name][gt]=b", "/where/name/")]
    [TestCase("filter[]=1", "")]
    [TestCase("filter[where]=1", "/where")]
    public void L107_108_A_query_string_that_is_no_filter_is_a_problem(string query, string path)
    {
        var error = Assert.Throws<InvalidFilterException>(() => Filter<Doctor>.ParseQueryString(query));

        Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo([path]), error.Message);
    }

    [TestCase("Filter={\"limit\":1}")]
    [TestCase("FILTER[limit]=1")]
    [TestCase("+filter[limit]=1&filters={&filter_=x&filter2=y&filter.x=1")]
    public void The_parameter_is_read_in_any_case(string query) => Assert.That(Filter<Doctor>.ParseQueryString(query).ToJson(), Is.EqualTo("""{"limit":1}"""));

    [TestCase("?where={\"name\":\"x\"}", """{"where":{"name":"x"}}""")]
    [TestCase("where[name]=x", """{"where":{"name":"x"}}""")]
    [TestCase("Where[name]=x&page=2&wherever=1&filters=5", """{"where":{"name":"x"}}""")]
    [TestCase("where={\"or\":[{\"and\":[{},{\"id\":1}]}]}", """{"where":{"or":[{"and":[{},{"id":1}]}]}}""")]
    [TestCase("where={\"patients\":{\"some\":{}}}", """{"where":{"patients":{"some":{}}}}""")]
    [TestCase("page=2", "{}")]
    [TestCase("", "{}")]
    public void Conditions_alone_are_a_filter(string query, string json) => Assert.That(Filter<Doctor>.ParseWhereQueryString(query).ToJson(), Is.EqualTo(json));

    [TestCase("where", "/where")]
    [TestCase("where=", "/where")]
    [TestCase("where=5", "/where")]
    [TestCase("where={}", "/where")]
    [TestCase("where=%7B%7D", "/where")]
    [TestCase("where={\"and\":[{}]}", "/where")]
    [TestCase("where={\"or\":[{\"id\":1},{}]}", "/where")]
    [TestCase("where={\"through\":{}}", "/where")]
    [TestCase("where={\"patients\":{\"every\":{}}}", "/where")]
    [TestCase("where={", "/where")]
    [TestCase("where[name", "/where")]
    [TestCase("where%20[name]=x", "/where")]
    [TestCase("where={}&Where={}", "/where")]
    [TestCase("where={}&where[name]=x", "/where")]
    [TestCase("where[name][gt]=a&where[name]=b", "/where/name")]
    [TestCase("filter={}", "/where")]
    [TestCase("Filter[where][name]=x", "/where")]
    [TestCase("where[name]=x&filter", "/where")]
    public void Conditions_are_overlooked_in_no_form(string query, string path)
    {
        var error = Assert.Throws<InvalidFilterException>(() => Filter<Doctor>.ParseWhereQueryString(query));

        Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo([path]), error.Message);
    }

    [TestCase("""{}""")]
    [TestCase("""{"where":{}}""")]
    [TestCase("""{"where":{"name":"É\"\\\u0000","id":{"gt":1.50,"inq":[1,null,"2",true]},"or":[{"a":null},{"and":[{"b":false}]}]}}""")]
    [TestCase("""{"where":{"patients":{"some":{"through":{"note":{"exists":true}}},"none":{}}}}""")]
    [TestCase("""{"fields":["a","b"],"order":["a ASC","b DESC"],"limit":1,"skip":0,"include":["a",{"relation":"b","scope":{"include":["c"]}}]}""")]
    [TestCase("""{"fields":{"a":false}}""")]
    public void Canonical_JSON_stays_as_it_is(string json) => Assert.That(Filter<Doctor>.Parse(json).ToJson(), Is.EqualTo(json));

    [TestCase("""{"offset":1}""", """{"skip":1}""")]
    [TestCase("""{"order":"a,b desc"}""", """{"order":["a ASC","b DESC"]}""")]
    [TestCase("""{"include":{"relation":"a"}}""", """{"include":["a"]}""")]
    [TestCase("""{"where":{"a":{"eq":1}}}""", """{"where":{"a":1}}""")]
    [TestCase("""{"fields":{"a":true,"b":false}}""", """{"fields":["a"]}""")]
    [TestCase("""{"limit":"5","order":[],"include":[],"fields":{}}""", """{"limit":5}""")]
    [TestCase("""{"limit":1e1,"skip":2.0}""", """{"limit":10,"skip":2}""")]
    public void Other_forms_become_canonical(string json, string canonical) => Assert.That(Filter<Doctor>.Parse(json).ToJson(), Is.EqualTo(canonical));

    [TestCase(10, true)]
    [TestCase(11, false)]
    [TestCase(1_000, false)]
    public void L109_110_Scopes_and_conditions_nest_to_the_limit(int depth, bool isAllowed)
    {
        string[] filters =
        [
            Nested(depth, """{"include":{"relation":"a","scope":""", "{}", "}}"),
            Nested(depth, """{"include":[{"relation":"a","scope":""", "{}", "}]}"),
            "{\"where\":" + Nested(depth, """{"and":[""", "{}", "]}") + "}",
            "{\"where\":" + Nested(depth, """{"a":{"some":""", "{}", "}}") + "}",
        ];
        foreach (var filter in filters)
        {
            Assert.That(() => Filter<Doctor>.Parse(filter), isAllowed ? Throws.Nothing : Throws.TypeOf<InvalidFilterException>().With.Message.Contains("nested more than 10 levels deep"), filter);
        }

        var brackets = $"filter{string.Concat(Enumerable.Repeat("[include][0][scope]", depth))}[limit]=1&" + string.Join('&', Enumerable.Range(0, depth).Select(level => $"filter{string.Concat(Enumerable.Repeat("[include][0][scope]", level))}[include][0][relation]=a"));
        Assert.That(() => Filter<Doctor>.ParseQueryString(brackets), isAllowed ? Throws.Nothing : Throws.TypeOf<InvalidFilterException>());

        static string Nested(int depth, string open, string middle, string close) => string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Test]
    public void Limits_bound_what_a_filter_may_ask_for()
    {
        var limits = new FilterLimits { Size = 200, Conditions = 2, Inclusions = 2, ListLength = 3, TextLength = 10, Rows = 20, RegularExpressions = false };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problem("{\"where\":{\"a\":\"" + new string('x', 200) + "\"}}"), Does.StartWith("the filter is "));
            Assert.That(Problem("""{"where":{"a":1,"b":{"gt":1,"lt":2}}}"""), Is.EqualTo("/where/b/lt: more than 2 conditions"));
            Assert.That(Problem("""{"include":["a",{"relation":"b","scope":{"include":["c","d"]}}]}"""), Is.EqualTo("/include/1/scope/include/0: more than 2 inclusions"));
            Assert.That(Problem("""{"where":{"a":{"inq":[1,2,3,4]}}}"""), Is.EqualTo("/where/a/inq: a list of 4; 3 are allowed"));
            Assert.That(Problem("""{"where":{"a":"12345678901"}}"""), Is.EqualTo("/where/a: a text of 11 characters; 10 are allowed"));
            Assert.That(Problem("""{"where":{"a":12345678901}}"""), Is.EqualTo("/where/a: a text of 11 characters; 10 are allowed"));
            Assert.That(Problem("""{"limit":21}"""), Is.EqualTo("/limit: expected an integer from 1 to 20, got 21"));
            Assert.That(Problem("""{"include":[{"relation":"b","scope":{"limit":100}}]}"""), Is.EqualTo("/include/0/scope/limit: expected an integer from 1 to 20, got 100"));
            Assert.That(Filter<Doctor>.Parse("""{"limit":20,"skip":1000}""", limits).ToJson(), Is.EqualTo("""{"limit":20,"skip":1000}"""));
            Assert.That(Problem("""{"where":{"a":{"regexp":"^a"}}}"""), Is.EqualTo("/where/a/regexp: regular expressions are not allowed; use like"));
            Assert.That(() => Filter<Doctor>.ParseQueryString("filter[where][a]=12345678901", limits), Throws.TypeOf<InvalidFilterException>());
            Assert.That(() => Filter<Doctor>.ParseQueryString("filter[fields]=a&filter[fields]=b&filter[fields]=c&filter[fields]=d", limits), Throws.TypeOf<InvalidFilterException>());
            Assert.That(() => Filter<Doctor>.ParseQueryString("filter[limit]=1&" + new string('x', 600), limits), Throws.TypeOf<InvalidFilterException>());
            Assert.That(() => new FilterLimits { Depth = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new FilterLimits { Depth = 101 }, Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new FilterLimits { Rows = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new FilterLimits { Size = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        }

        string Problem(string json) => Assert.Throws<InvalidFilterException>(() => Filter<Doctor>.Parse(json, limits)).Problems.Single().ToString();
    }

    [Test]
    public void A_hostile_filter_gets_a_short_answer()
    {
        var limits = new FilterLimits { Size = 10_000_000, ListLength = 100_000 };
        var name = new string('n', 100_000);
        string[] hostile =
        [
            """{"where":{"NAME":{"NAME":{"NAME":1}}}}""".Replace("NAME", name, StringComparison.Ordinal),
            "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(static number => $"\"x{number}\":1")) + "}",
            $$$"""{"where":{"or":[{{{string.Join(',', Enumerable.Repeat("[]", 50_000))}}}]}}""",
            new string('[', 100_000),
            $$$"""{"limit":{{{new string('9', 100_000)}}}}""",
        ];
        foreach (var json in hostile)
        {
            var error = Assert.Throws<InvalidFilterException>(() => Filter<Doctor>.Parse(json, limits));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(error.Problems, Has.Count.LessThanOrEqualTo(100));
                Assert.That(error.Message, Has.Length.LessThan(30_000));
            }
        }
    }

    [Test]
    public void Null_is_misuse()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Filter<Doctor>.Parse((string)null!), Throws.ArgumentNullException);
            Assert.That(() => Filter<Doctor>.ParseQueryString(null!), Throws.ArgumentNullException);
            Assert.That(() => new InvalidFilterException((IReadOnlyList<InputProblem>)null!), Throws.ArgumentNullException);
        }
    }
}
