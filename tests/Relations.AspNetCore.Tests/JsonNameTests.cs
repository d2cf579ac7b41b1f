using System.Net;

namespace Relations.AspNetCore.Tests;

/// <summary>A name that <c>[JsonPropertyName]</c> gives holds wherever there is JSON; the name that a relation's attribute gives goes before it.</summary>
[TestFixture]
public sealed class JsonNameTests : ClubFixture
{
    private const string Room = """{"id":1,"hotelId":1,"no.":7}""";

    [TestCase("/hotels", """[{"id":1,"motto":"Ritz","name":"sleep"}]""")]
    [TestCase("/hotels?filter[where][motto]=Ritz&filter[order]=name", """[{"id":1,"motto":"Ritz","name":"sleep"}]""")]
    [TestCase("/hotels?filter[fields]=name", """[{"id":0,"motto":null,"name":"sleep"}]""")]
    [TestCase("/hotels?filter[where][name]=Ritz", "[]")]
    [TestCase("/hotels?filter[include][]=suites", $$"""[{"id":1,"motto":"Ritz","name":"sleep","suites":[{{Room}}]}]""")]
    [TestCase("/hotels?filter[include][0][relation]=places&filter[include][0][scope][where][no.]=7", $$"""[{"id":1,"motto":"Ritz","name":"sleep","places":[{{Room}}]}]""")]
    [TestCase("/hotels?filter[where][suites][some][no.][gt]=6&filter[fields]=id", """[{"id":1,"motto":null,"name":null}]""")]
    public async Task It_is_written_and_found_by_that_name(string address, string expected) =>
        Assert.That(await GetAsync(address), Is.EqualTo(expected));

    [Test]
    public async Task It_is_read_by_that_name()
    {
        Assert.That(await SendAsync(HttpMethod.Post, "/hotels", """{"motto":"Savoy","name":"eat"}"""), Is.EqualTo("""{"id":2,"motto":"Savoy","name":"eat"}"""));

        await SendAsync(HttpMethod.Patch, "/hotels/2", """{"name":null}""");

        Assert.That(await GetAsync("/hotels?filter[where][id]=2"), Is.EqualTo("""[{"id":2,"motto":"Savoy","name":null}]"""));
    }

    [TestCase("""{"name":"x"}""", "/motto", "Property \"motto\" must be given")]
    [TestCase("""{"motto":"x","Name":"y"}""", "/Name", "Hotel has no property \"Name\"")]
    [TestCase("""{"motto":"x","suites":[]}""", "/suites", "Navigational properties are not allowed in model data (model \"Hotel\" property \"suites\")")]
    [TestCase("""{"motto":"x","places":[]}""", "/places", "Navigational properties are not allowed in model data (model \"Hotel\" property \"places\")")]
    [TestCase("""{"motto":"x","rooms":[]}""", "/rooms", "Hotel has no property \"rooms\"")]
    public Task Other_names_are_refused(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Post, "/hotels", body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("/hotels?filter[include][]=rooms")]
    [TestCase("/hotels?filter[include][]=Suites")]
    public Task Relations_have_no_other_names(string address) =>
        AssertRefusedAsync(HttpMethod.Get, address, (string?)null, HttpStatusCode.BadRequest, "Invalid \"filter.include\" entries");

    [Test]
    public async Task The_document_has_it_too()
    {
        var (_, document) = await Server.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        var post = document!["paths"]!["/hotels"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!.ToJsonString();
        Assert.That(post, Is.EqualTo("""{"title":"Hotel","required":["motto"],"type":"object","properties":{"motto":{"type":"string"},"name":{"type":["null","string"]}},"additionalProperties":false}"""));
        Assert.That(document["components"]!["schemas"]!["Hotel"]!["properties"]!.AsObject().Select(static member => member.Key), Is.EquivalentTo(["id", "motto", "name", "suites", "places"]));
        Assert.That(document["paths"]!["/hotels"]!["get"]!["parameters"]!.ToJsonString(), Does.Contain("suites, places").And.Contain("Conditions on id, motto, name."));
    }
}
