using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Relations.AspNetCore.Tests;

/// <summary>Keys of strong types, of enums and of several parts, over HTTP.</summary>
[TestFixture]
public sealed class KeyRequestTests : ClubFixture
{
    private const string Crate = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";

    [TestCase("/members?filter[where][id]=2", """[{"id":2,"name":"Luigi","mentorId":1,"standing":1}]""")]
    [TestCase("/members?filter={\"where\":{\"mentorId\":{\"inq\":[1,null]}},\"order\":\"id DESC\",\"limit\":1}", """[{"id":2,"name":"Luigi","mentorId":1,"standing":1}]""")]
    [TestCase("/members?filter[where][standing]=Gold", """[{"id":1,"name":"Mario","mentorId":null,"standing":3}]""")]
    [TestCase("/members?filter[where][standing][gt]=2", """[{"id":1,"name":"Mario","mentorId":null,"standing":3}]""")]
    [TestCase("/members?filter[where][id]=1&filter[include][]=pupils", """[{"id":1,"name":"Mario","mentorId":null,"standing":3,"pupils":[{"id":2,"name":"Luigi","mentorId":1,"standing":1}]}]""")]
    [TestCase("/seats?filter={\"where\":{\"row\":\"a\",\"number\":1},\"include\":[\"holder\"]}", """[{"row":"a","number":1,"holderId":2,"holder":{"id":2,"name":"Luigi","mentorId":1,"standing":1}}]""")]
    [TestCase("/seats?filter[where][row][like]=a%25&filter[order]=row,number", """[{"row":"a","number":1,"holderId":2}]""")]
    [TestCase("/tiers?filter[where][rank]=Gold", """[{"rank":3,"name":"the best"}]""")]
    [TestCase("/members/2/names", """{"id":2,"mentor":1}""", TestName = "A_strong_type_in_a_type_of_the_programs_own_is_its_value_too")]
    public async Task A_strong_type_is_written_and_compared_as_the_value_inside_it(string address, string expected) =>
        Assert.That(await GetAsync(address), Is.EqualTo(expected));

    [TestCase("/members", """{"name":"Peach","mentorId":2,"standing":2}""", """{"id":3,"name":"Peach","mentorId":2,"standing":2}""")]
    [TestCase("/members", """{"name":"Peach","mentorId":null,"standing":"Silver"}""", """{"id":3,"name":"Peach","mentorId":null,"standing":2}""")]
    [TestCase("/seats", """{"row":"b","number":7,"holderId":1}""", """{"row":"b","number":7,"holderId":1}""")]
    [TestCase("/tiers", """{"rank":"Silver","name":"good"}""", """{"rank":2,"name":"good"}""")]
    [TestCase("/tiers", """{"rank":1,"name":"fair"}""", """{"rank":1,"name":"fair"}""")]
    public async Task What_is_written_can_be_sent(string address, string body, string expected)
    {
        Assert.That(await SendAsync(HttpMethod.Post, address, body), Is.EqualTo(expected));
        Assert.That(JsonNode.Parse(await GetAsync(address))!.AsArray().Select(static row => row!.ToJsonString()), Does.Contain(expected));
    }

    [TestCase("/members/2", """{"mentorId":2,"standing":"Gold"}""", """{"id":2,"name":"Luigi","mentorId":2,"standing":3}""", "/members")]
    [TestCase("/members/2", """{"mentorId":null}""", """{"id":2,"name":"Luigi","mentorId":null,"standing":1}""", "/members")]
    [TestCase("/seats/a/1", """{"holderId":1}""", """{"row":"a","number":1,"holderId":1}""", "/seats")]
    [TestCase("/tiers/Gold", """{"name":"first"}""", """{"rank":3,"name":"first"}""", "/tiers")]
    public async Task What_is_written_can_be_patched(string address, string body, string expected, string all)
    {
        await SendAsync(HttpMethod.Patch, address, body);

        Assert.That(JsonNode.Parse(await GetAsync(all))!.AsArray().Select(static row => row!.ToJsonString()), Does.Contain(expected));
    }

    [TestCase("/members/2", """{"id":2,"name":"Luigi","mentorId":null,"standing":3}""", "/members")]
    [TestCase("/tiers/Gold", """{"rank":3,"name":"first"}""", "/tiers")]
    [TestCase("/remarks/1", """{"id":1,"aboutId":1,"aboutType":"half","text":"fine"}""", "/remarks")]
    public async Task What_is_written_can_replace_its_row(string address, string body, string all)
    {
        await SendAsync(HttpMethod.Put, address, body);

        Assert.That(JsonNode.Parse(await GetAsync(all))!.AsArray().Select(static row => row!.ToJsonString()), Does.Contain(body));
    }

    [TestCase("/members/2", """{"id":1,"name":"x","standing":3}""", "/id", "Property \"id\" cannot be changed!")]
    [TestCase("/members/2", """{"id":{"value":2},"name":"x","standing":3}""", "/id", "Expected an integer, got an object")]
    [TestCase("/members/2", """{"id":2,"id":2,"name":"x"}""", "/id", "given more than once")]
    [TestCase("/members/2", """{"id":2}""", "/name", "Property \"name\" must be given")]
    [TestCase("/tiers/Gold", """{"rank":1,"name":"first"}""", "/rank", "Property \"rank\" cannot be changed!")]
    [TestCase("/remarks/1", """{"id":2,"text":"x"}""", "/id", "Property \"id\" cannot be changed!")]
    public Task A_replacement_that_does_not_fit(string address, string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Put, address, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("/members", """{"name":"x","mentorId":{"value":1}}""", "/mentorId", "Expected an integer, got an object")]
    [TestCase("/members", """{"name":"x","mentorId":{}}""", "/mentorId", "Expected an integer, got an object")]
    [TestCase("/members", """{"name":"x","mentorId":[1]}""", "/mentorId", "Expected an integer, got an array")]
    [TestCase("/members", """{"name":"x","mentorId":"1"}""", "/mentorId", "Expected an integer, got \"1\"")]
    [TestCase("/members", """{"name":"x","mentorId":1.5}""", "/mentorId", "Expected an integer, got 1.5")]
    [TestCase("/members", """{"name":"x","mentorId":1e-1}""", "/mentorId", "Expected an integer, got 1e-1")]
    [TestCase("/members", """{"name":"x","mentorId":99999999999}""", "/mentorId", "Expected an integer, got 99999999999")]
    [TestCase("/members", """{"name":"x","mentorId":true}""", "/mentorId", "Expected an integer, got true")]
    [TestCase("/members", """{"name":"x","mentorId":1,"mentorId":2}""", "/mentorId", "given more than once")]
    [TestCase("/members", """{"name":"x","id":7}""", "/id", "cannot be given: the database makes it")]
    [TestCase("/members", """{"name":"x","id":{"value":7}}""", "/id", "cannot be given: the database makes it")]
    [TestCase("/members", """{"name":"x","mentor":{"id":1}}""", "/mentor", "Navigational properties are not allowed")]
    [TestCase("/members", """{"name":"x","rewards":[{"$type":"half"}]}""", "/rewards", "Navigational properties are not allowed")]
    [TestCase("/members", """{"name":"x","standing":null}""", "/standing", "Expected a member of Rank, got null")]
    [TestCase("/members", """{"name":"x","standing":"Tin"}""", "/standing", "Expected a member of Rank, got \"Tin\"")]
    [TestCase("/members", """{"name":"x","standing":{"rank":3}}""", "/standing", "Expected a member of Rank, got an object")]
    [TestCase("/members", """{"name":"x","standing":4294967297}""", "/standing", "Expected a member of Rank, got 4294967297")]
    [TestCase("/tiers", """{"rank":null,"name":"x"}""", "/rank", "Expected a member of Rank, got null")]
    [TestCase("/tiers", """{"rank":"3","name":"x"}""", "/rank", "Expected a member of Rank, got \"3\"")]
    [TestCase("/tiers", """{"rank":"Silver, Gold","name":"x"}""", "/rank", "Expected a member of Rank")]
    [TestCase("/tiers", """{"rank":[],"name":"x"}""", "/rank", "Expected a member of Rank, got an array")]
    [TestCase("/tiers", """{"rank":1e99,"name":"x"}""", "/rank", "Expected a member of Rank, got 1e99")]
    [TestCase("/tiers", """{"name":"x"}""", "/rank", "Property \"rank\" must be given")]
    [TestCase("/seats", """{"row":null,"number":1}""", "/row", "Expected text, got null")]
    [TestCase("/seats", """{"row":{"text":"b"},"number":1}""", "/row", "Expected text, got an object")]
    [TestCase("/seats", """{"row":5,"number":1}""", "/row", "Expected text, got 5")]
    [TestCase("/seats", """{"row":"\ud800","number":1}""", "/row", "Expected text")]
    [TestCase("/seats", """{"row":"b","number":-99999999999999999999}""", "/number", "Expected an integer")]
    [TestCase("/seats", """{"row":"b"}""", "/number", "Property \"number\" must be given")]
    [TestCase("/remarks", """{"text":"x","about":{"$type":"half","id":1}}""", "/about", "Navigational properties are not allowed")]
    [TestCase("/remarks", """{"text":"x","aboutType":5,"aboutId":1}""", "/aboutType", "Expected text, got 5")]
    [TestCase("/remarks", """{"text":"x","aboutType":"lottery","aboutId":1}""", "/aboutType", "\"lottery\" names no type of Reward; the types are ")]
    public Task L108_A_body_that_does_not_fit(string address, string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Post, address, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("/members/2", """{"id":3}""", "/id", "Property \"id\" cannot be changed!")]
    [TestCase("/members/2", """{"mentorId":{"value":1}}""", "/mentorId", "Expected an integer, got an object")]
    [TestCase("/seats/a/1", """{"row":"b"}""", "/row", "Property \"row\" cannot be changed!")]
    [TestCase("/seats/a/1", """{"number":2,"holderId":1}""", "/number", "Property \"number\" cannot be changed!")]
    [TestCase("/seats/a/1", """{"holderId":"1"}""", "/holderId", "Expected an integer, got \"1\"")]
    [TestCase("/tiers/Gold", """{"rank":"Silver"}""", "/rank", "Property \"rank\" cannot be changed!")]
    public Task L050_A_patch_that_does_not_fit(string address, string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Patch, address, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("/tiers", """{"rank":3,"name":"again"}""", "Another row has the same key")]
    [TestCase("/seats", """{"row":"a","number":1}""", "Another row has the same key")]
    [TestCase("/members", """{"name":"x","mentorId":99}""", "A row that is referred to does not exist")]
    public Task What_exists_already_or_refers_to_nothing_is_a_conflict(string address, string body, string message) =>
        AssertRefusedAsync(HttpMethod.Post, address, body, HttpStatusCode.Conflict, message);

    [TestCase("GET", "/members/99/names", null, "Entity not found: Member with id 99")]
    [TestCase("PATCH", "/seats/a/9", """{"holderId":1}""", "Entity not found: Seat with id (a, 9)")]
    [TestCase("PATCH", "/tiers/Silver", """{"name":"x"}""", "Entity not found: Tier with id Silver")]
    public Task What_is_not_there_is_named_by_the_values_inside_its_key(string method, string address, string? body, string message) =>
        AssertRefusedAsync(new(method), address, body, HttpStatusCode.NotFound, message);

    [Test]
    public async Task So_is_what_was_changed_since()
    {
        await SendAsync(HttpMethod.Post, "/crates", $$"""{"id":"{{Crate}}"}""");
        await SendAsync(HttpMethod.Put, $"/crates/{Crate}", $$"""{"id":"{{Crate}}","care":1,"version":0}""");

        await AssertRefusedAsync(HttpMethod.Put, $"/crates/{Crate}", $$"""{"id":"{{Crate}}","care":2,"version":0}""", HttpStatusCode.Conflict, $"Crate with id {Crate} was changed since it was read");
    }

    [TestCase("/hotels/1/rooms", """{"no.":8,"hotelId":2}""", "/hotelId", "Property \"hotelId\" cannot be changed!", TestName = "A_new_target_that_names_another_source")]
    [TestCase("/seats", """{"number":5}""", "/row", "Property \"row\" must be given.", TestName = "A_new_row_without_the_text_in_a_strong_type")]
    [TestCase("/crates", """{"care":1}""", "/id", "Property \"id\" must be given.", TestName = "A_new_row_without_the_Guid_that_is_its_key")]
    public async Task What_only_the_repository_refuses_is_answered_as_what_the_body_does(string address, string body, string path, string message)
    {
        var (status, answer) = await Server.SendAsync(HttpMethod.Post, address, body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer!["error"]!.ToJsonString(), Is.EqualTo(new JsonObject
        {
            ["statusCode"] = 422,
            ["name"] = "UnprocessableEntityError",
            ["message"] = $"{path}: {message}",
            ["code"] = "VALIDATION_FAILED",
            ["details"] = new JsonArray(new JsonObject { ["path"] = path, ["message"] = message }),
        }.ToJsonString()));
    }

    [Test]
    public async Task A_row_that_a_trigger_keeps_out_is_refused_without_a_word_of_the_table()
    {
        await Server.ExecuteAsync($"CREATE TRIGGER \"full\" BEFORE INSERT ON \"Crate\" BEGIN SELECT RAISE(IGNORE); END");

        var (status, answer) = await Server.SendAsync(HttpMethod.Post, "/crates", $$"""{"id":"{{Crate}}"}""");

        Assert.That((status, (string?)answer!["error"]!["message"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "The database did not take it: nothing was written.")));
    }

    [Test]
    public async Task Flags_that_were_answered_can_be_sent_again()
    {
        var answer = await SendAsync(HttpMethod.Post, "/crates", $$"""{"id":"{{Crate}}","care":"heavy, Hot","rank":2,"label":3}""");

        Assert.That(answer, Is.EqualTo($$"""{"id":"{{Crate}}","care":5,"rank":2,"label":3,"grade":null,"shelf":0,"weight":null,"version":0}"""));
        await SendAsync(HttpMethod.Put, $"/crates/{Crate}", answer);
    }

    [Test]
    public async Task What_the_database_computed_can_be_sent_back_and_stays_as_it_is()
    {
        await SendAsync(HttpMethod.Post, "/crates", $$"""{"id":"{{Crate}}","shelf":3}""");
        await Server.ExecuteAsync($"UPDATE \"Crate\" SET \"Weight\" = 12");
        var answer = await GetAsync($"/crates/{Crate}");
        Assert.That(answer, Does.Contain("\"weight\":12"));

        await SendAsync(HttpMethod.Put, $"/crates/{Crate}", answer.Replace("\"weight\":12", "\"weight\":[{}]", StringComparison.Ordinal).Replace("\"shelf\":3", "\"shelf\":4", StringComparison.Ordinal));

        Assert.That(await GetAsync($"/crates/{Crate}"), Is.EqualTo(answer.Replace("\"shelf\":3", "\"shelf\":4", StringComparison.Ordinal).Replace("\"version\":0", "\"version\":1", StringComparison.Ordinal)));
        await AssertRefusedAsync(HttpMethod.Post, "/crates", $$"""{"id":"{{Crate}}","weight":12}""", HttpStatusCode.UnprocessableEntity, "Property \"weight\" cannot be given: the database makes it", "/weight");
        await AssertRefusedAsync(HttpMethod.Patch, $"/crates/{Crate}", """{"weight":12}""", HttpStatusCode.UnprocessableEntity, "Property \"weight\" cannot be changed!", "/weight");
    }

    [TestCase("/members?filter[where][id]=x", "/where/id", "expected an integer, got \"x\"")]
    [TestCase("/members?filter[where][id][value]=1", "/where/id/value", "unknown operator \"value\"")]
    [TestCase("/members?filter={\"where\":{\"id\":[1]}}", "/where/id", "got a list")]
    [TestCase("/members?filter={\"where\":{\"id\":{\"eq\":{\"value\":1}}}}", "/where/id/eq", "expected a value, got an object")]
    [TestCase("/members?filter={\"where\":{\"id\":1e99}}", "/where/id", "expected an integer")]
    [TestCase("/members?filter={\"where\":{\"id\":true}}", "/where/id", "expected an integer, got true")]
    [TestCase("/members?filter[where][standing]=Tin", "/where/standing", "expected one of \"Bronze\", \"Silver\", \"Gold\", or its number")]
    [TestCase("/members?filter[where][mentor]=1", "/where/mentor", "\"mentor\" is a relation; use some, none or every")]
    [TestCase("/members?filter[order]=id.value", "/order", "unknown property of Member")]
    [TestCase("/tiers?filter[where][rank][like]=G%25", "/where/rank/like", "is no text")]
    [TestCase("/seats?filter={\"where\":{\"row\":1}}", "/where/row", "expected a text, got 1")]
    [TestCase("/seats?filter={\"where\":{\"row,number\":[\"a\",1]}}", "/where/row,number", "got a list")]
    public Task L108_A_filter_that_is_wrong(string address, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Get, address, (string?)null, HttpStatusCode.BadRequest, message, path);

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"number":1,"row":" """), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")];

        await AssertRefusedAsync(HttpMethod.Post, "/seats", body, HttpStatusCode.UnprocessableEntity, "Expected text", "/row");
    }

    [Test]
    public async Task A_text_key_may_have_any_character_but_stays_a_value()
    {
        const string Row = """'; DROP TABLE "Seat"; --""";

        await SendAsync(HttpMethod.Post, "/seats", new JsonObject { ["row"] = Row, ["number"] = 1 }.ToJsonString());

        Assert.That(JsonNode.Parse(await GetAsync("/seats?filter[where][row]=" + Uri.EscapeDataString(Row)))!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(JsonNode.Parse(await GetAsync("/seats"))!.AsArray(), Has.Count.EqualTo(2));
    }
}
