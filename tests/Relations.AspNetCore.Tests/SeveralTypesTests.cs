using System.Net;

namespace Relations.AspNetCore.Tests;

/// <summary>Relations whose targets are of several types, over HTTP.</summary>
[TestFixture]
public sealed class SeveralTypesTests : ClubFixture
{
    private const string Delivery = """{"$type":"Delivery","area":"town","id":1,"title":"free","worth":null}""";
    private const string HalfPrice = """{"$type":"half","percent":50,"id":1,"title":"half","worth":2.5}""";
    private const string Rewards = "/members/1/rewards";

    [TestCase("/members?filter[where][id]=1&filter[fields]=id&filter[include][]=rewards", $$"""[{"id":1,"name":null,"mentorId":null,"standing":0,"rewards":[{{Delivery}},{{HalfPrice}}]}]""")]
    [TestCase("/remarks?filter[include][]=about", $$"""[{"id":1,"aboutId":1,"aboutType":"half","text":"good","about":{{HalfPrice}}}]""")]
    [TestCase("/members/1/rewards", $"[{Delivery},{HalfPrice}]")]
    [TestCase("/members/1/rewards?filter[where][title]=half", $"[{HalfPrice}]")]
    [TestCase("/members/1/rewards?filter={\"where\":{\"through\":{\"note\":\"one\"}}}", $"[{Delivery}]")]
    [TestCase("/members/1/rewards?filter={\"order\":\"title DESC\",\"limit\":1}", $"[{HalfPrice}]")]
    [TestCase("/remarks/1/about", HalfPrice)]
    [TestCase("/remarks/1/about?filter[where][worth][gt]=2", HalfPrice)]
    public async Task L105_Each_is_written_as_what_it_is_with_its_discriminator(string address, string expected) =>
        Assert.That(await GetAsync(address), Is.EqualTo(expected));

    [Test]
    public async Task L105_Links_carry_both()
    {
        var grants = await GetAsync("/members?filter[where][id]=1&filter[include][0][relation]=grants&filter[include][0][scope][where][title]=free");

        Assert.That(grants, Does.EndWith($$$""""grants":[{"target":{{{Delivery}}},"through":{"id":1,"memberId":1,"rewardId":1,"rewardType":"Delivery","note":"one"}}]}]""""));
    }

    [Test]
    public async Task L109_110_Scopes_nest_into_relations_of_a_type_in_both_forms()
    {
        const string Filter = """{"where":{"rewards":{"some":{"title":"free"}}},"include":[{"relation":"rewards","scope":{"order":"title","include":[{"relation":"couriers","scope":{"where":{"name":"Yoshi"}}}]}}]}""";
        const string Brackets = "filter[where][rewards][some][title]=free&filter[include][0][relation]=rewards&filter[include][0][scope][order]=title" +
            "&filter[include][0][scope][include][0][relation]=couriers&filter[include][0][scope][include][0][scope][where][name]=Yoshi";

        var json = await GetAsync("/members?filter=" + Filter);

        Assert.That(json, Does.EndWith($$"""[{"$type":"Delivery","area":"town","couriers":[{"id":1,"deliveryId":1,"name":"Yoshi"}],"id":1,"title":"free","worth":null},{{HalfPrice}}]}]"""));
        Assert.That(await GetAsync("/members?" + Brackets), Is.EqualTo(json));
    }

    [Test]
    public async Task L071_A_target_is_created_in_the_table_of_its_type()
    {
        Assert.That(await SendAsync(HttpMethod.Post, Rewards + "/deliveries", """{"title":"air","area":"sky","throughData":{"note":"new"}}"""), Is.EqualTo("""{"area":"sky","id":2,"title":"air","worth":null}"""));
        Assert.That(await SendAsync(HttpMethod.Post, "/members/2/rewards/halfprices", """{"title":"shoe","percent":10}"""), Is.EqualTo("""{"$type":"half","percent":10,"id":2,"title":"shoe","worth":null}"""));

        Assert.That(await GetAsync("/members?filter={\"include\":[{\"relation\":\"grants\",\"scope\":{\"where\":{\"id\":2}}}]}"), Does
            .Contain("""[{"target":{"$type":"Delivery","area":"sky","id":2,"title":"air","worth":null},"through":{"id":3,"memberId":1,"rewardId":2,"rewardType":"Delivery","note":"new"}}]""").And
            .Contain("""[{"target":{"$type":"half","percent":10,"id":2,"title":"shoe","worth":null},"through":{"id":4,"memberId":2,"rewardId":2,"rewardType":"half","note":null}}]"""));
    }

    [Test]
    public async Task L048_One_patch_changes_what_all_types_have_in_common()
    {
        Assert.That(await SendAsync(HttpMethod.Patch, Rewards + "?where[title]=half", """{"worth":9}"""), Is.EqualTo("1"));
        Assert.That(await SendAsync(HttpMethod.Patch, Rewards, """{"title":"gift"}"""), Is.EqualTo("2"));

        Assert.That(await GetAsync(Rewards), Is.EqualTo("""[{"$type":"Delivery","area":"town","id":1,"title":"gift","worth":null},{"$type":"half","percent":50,"id":1,"title":"gift","worth":9.0}]"""));
    }

    [TestCase("""{"id":2}""", "/id", "Property \"id\" cannot be changed!")]
    [TestCase("""{"percent":1}""", "/percent", "Reward has no property \"percent\"")]
    [TestCase("""{"$type":"half","title":"x"}""", "/$type", "Reward has no property \"$type\"")]
    [TestCase("""{"rewardType":"half","title":"x"}""", "/rewardType", "Reward has no property \"rewardType\"")]
    [TestCase("""{"couriers":[],"title":"x"}""", "/couriers", "Navigational properties are not allowed in model data (model \"Reward\" property \"couriers\")")]
    [TestCase("""{"title":null}""", "/title", "Expected text, got null")]
    [TestCase("""{"title":"x","title":"y"}""", "/title", "given more than once")]
    [TestCase("""{"title":"a title that is longer than twenty"}""", "/title", "Expected at most 20 characters")]
    [TestCase("""{"worth":1e400}""", "/worth", "Expected a number")]
    [TestCase("{}", "", "assigns nothing; give at least one of title, worth")]
    [TestCase("[]", "", "Expected a JSON object")]
    public Task L108_A_patch_that_does_not_fit(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Patch, Rewards, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("""{"title":"x","rewardType":"half"}""", "/rewardType", "Delivery has no property \"rewardType\"")]
    [TestCase("""{"title":"x","$type":"half"}""", "/$type", "Delivery has no property \"$type\"")]
    [TestCase("""{"title":"x","percent":1}""", "/percent", "Delivery has no property \"percent\"")]
    [TestCase("""{"title":"x","throughData":{"rewardType":"half"}}""", "/throughData/rewardType", "Property \"rewardType\" cannot be changed!")]
    [TestCase("""{"title":"x","throughData":{"rewardType":null}}""", "/throughData/rewardType", "Property \"rewardType\" cannot be changed!")]
    [TestCase("""{"title":"x","throughData":{"rewardId":1}}""", "/throughData/rewardId", "Property \"rewardId\" cannot be changed!")]
    [TestCase("""{"title":"x","throughData":{"memberId":{"value":2}}}""", "/throughData/memberId", "Property \"memberId\" cannot be changed!")]
    [TestCase("""{"title":"x","throughData":{"note":"a","note":"b"}}""", "/throughData/note", "given more than once")]
    [TestCase("""{"title":"x","customers":[]}""", "/customers", "Delivery has no property \"customers\"")]
    [TestCase("""{"title":"x","couriers":[{"name":"y"}]}""", "/couriers", "Navigational properties are not allowed")]
    [TestCase("""{"id":1,"title":"x"}""", "/id", "cannot be given")]
    [TestCase("""{}""", "/title", "Property \"title\" must be given")]
    public Task L026_030_071_Mass_assignment_of_a_new_target(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Post, Rewards + "/deliveries", body, HttpStatusCode.UnprocessableEntity, message, path);

    [Test]
    public async Task L074_A_target_of_a_source_that_does_not_exist_is_not_created() =>
        await AssertRefusedAsync(HttpMethod.Post, "/members/99/rewards/deliveries", """{"title":"x"}""", HttpStatusCode.Conflict, "does not exist");

    [TestCase(Rewards + "?filter[where][percent]=50", "/where/percent", "unknown property of Reward")]
    [TestCase(Rewards + "?filter[where][$type]=half", "/where/$type", "unknown property of Reward")]
    [TestCase(Rewards + "?filter[where][through][memberId]=x", "/where/through/memberId", "expected an integer")]
    [TestCase(Rewards + "?filter[order]=through.nothing", "/order", "unknown property of Grant")]
    [TestCase(Rewards + "?filter={\"fields\":[\"area\"]}", "/fields/0", "unknown property of Reward")]
    [TestCase("/remarks/1/about?filter[where][through][id]=1", "/where/through", "no through rows lead to this Reward")]
    [TestCase("/remarks?filter={\"include\":[{\"relation\":\"about\",\"scope\":{\"limit\":1}}]}", "/include/0/scope/limit", "leads to one Reward")]
    [TestCase("/members?filter={\"include\":[{\"relation\":\"rewards\",\"scope\":{\"include\":[{\"relation\":\"couriers\",\"scope\":{\"order\":\"area\"}}]}}]}", "/include/0/scope/include/0/scope/order", "unknown property of Courier")]
    public Task L108_A_filter_that_is_wrong(string address, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Get, address, (string?)null, HttpStatusCode.BadRequest, message, path);

    [Test]
    public async Task What_an_endpoint_does_not_find_is_no_missing_endpoint()
    {
        var (status, answer) = await Server.SendAsync(HttpMethod.Get, "/remarks/1/about?filter[where][worth][gt]=1000", (byte[]?)null);

        Assert.That((status, (string?)answer!["error"]!["message"]), Is.EqualTo((HttpStatusCode.NotFound, "Not Found")));
    }

    [Test]
    public Task L091_An_unknown_include() =>
        AssertRefusedAsync(HttpMethod.Get, Rewards + "?filter[include][]=percent", (string?)null, HttpStatusCode.BadRequest, "Invalid \"filter.include\" entries: \"percent\"");

    [Test]
    public Task Conditions_that_are_wrong_patch_nothing() =>
        AssertRefusedAsync(HttpMethod.Patch, Rewards + "?where[percent]=50", """{"title":"x"}""", HttpStatusCode.BadRequest, "unknown property of Reward", "/where/percent");
}
