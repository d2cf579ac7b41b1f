using System.Net;
using System.Text.Json.Nodes;

namespace Relations.AspNetCore.Tests;

/// <summary>What the OpenAPI document says of keys and of targets of several types.</summary>
[TestFixture]
public sealed class OpenApiTests : ClubFixture
{
    [Test]
    public async Task A_strong_type_has_the_schema_of_its_value()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        Assert.That(schemas["MemberId"]!["format"]!.GetValue<string>(), Is.EqualTo("int32"));
        Assert.That(Types(schemas["MemberId"]!), Does.Contain("integer").And.Not.Contain("null").And.Not.Contain("object"));
        Assert.That(Types(schemas["SeatCode"]!), Is.EqualTo(["string"]));
        Assert.That(Types(schemas["Standing"]!), Is.EqualTo(["integer"]));
        Assert.That(schemas["Member"]!["properties"]!["id"]!.ToJsonString(), Does.Contain("#/components/schemas/MemberId"));
        Assert.That(schemas["Member"]!["properties"]!["mentorId"]!.ToJsonString(), Does.Contain("null").And.Contain("#/components/schemas/MemberId"));
    }

    [TestCase("members", """{"type":"array","items":{"$ref":"#/components/schemas/MemberId"}}""")]
    [TestCase("seats", """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/SeatCode"}}""")]
    [TestCase("ages", """{"type":"object","additionalProperties":{"pattern":"^-?(?:0|[1-9]\\d*)$","type":["integer","string"],"format":"int32"}}""")]
    [TestCase("rows", """{"type":"array","items":{"type":"array","items":{"$ref":"#/components/schemas/MemberId"}}}""")]
    [TestCase("ring", """{"type":"array","items":{"$ref":"#/components/schemas/MemberId"}}""")]
    [TestCase("gaps", """{"type":"array","items":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/MemberId"}]}}""")]
    [TestCase("standings", """{"type":"object","additionalProperties":{"type":"array","items":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Standing"}]}}}""")]
    public async Task So_has_one_in_a_list_or_dictionary(string name, string expected) =>
        Assert.That((await DocumentAsync())["components"]!["schemas"]!["Circle"]!["properties"]![name]!.ToJsonString(), Is.EqualTo(expected));

    [Test]
    public async Task A_relation_to_one_can_be_null_and_a_list_cannot()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        Assert.Multiple(() =>
        {
            Assert.That(Member("Seat", "holder"), Is.EqualTo("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Member"}]}"""));
            Assert.That(Member("Member", "mentor"), Is.EqualTo("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Member"}]}"""));
            Assert.That(Member("Member", "pupils"), Is.EqualTo("""{"type":"array","items":{"$ref":"#/components/schemas/Member"}}"""));
            Assert.That(Member("Member", "rewards"), Is.EqualTo("""{"type":"array","items":{"$ref":"#/components/schemas/Reward"}}"""));
            Assert.That(Member("Member", "grants"), Is.EqualTo("""{"type":"array","items":{"$ref":"#/components/schemas/LinkOfRewardAndGrant"}}"""));
            Assert.That(Member("Hotel", "suites"), Does.StartWith("""{"type":"array","""));
            Assert.That(Member("Delivery", "couriers"), Does.StartWith("""{"type":"array","""));
            Assert.That(Member("RewardDelivery", "couriers"), Does.StartWith("""{"type":"array","""));
            Assert.That(Member("Remark", "about"), Is.EqualTo("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Reward"}]}"""));
            Assert.That(Member("LinkOfRewardAndGrant", "target"), Does.Contain("#/components/schemas/Reward").And.Not.Contain("null"));
            Assert.That(Member("LinkOfRewardAndGrant", "through"), Does.Contain("#/components/schemas/Grant").And.Not.Contain("null"));
        });

        string Member(string schema, string name) => schemas[schema]!["properties"]![name]!.ToJsonString();
    }

    [Test]
    public async Task A_body_names_the_values_of_keys()
    {
        var paths = (await DocumentAsync())["paths"]!;

        Assert.That(Body(paths["/seats"]!["post"]!), Is.EqualTo("""{"title":"Seat","required":["row","number"],"type":"object","properties":{"row":{"type":"string"},"number":{"type":"integer","format":"int32"},"holderId":{"type":["null","integer"],"format":"int32"}},"additionalProperties":false}"""));
        Assert.That(Body(paths["/tiers"]!["post"]!), Does.Contain(""""rank":{"anyOf":[{"enum":["Bronze","Silver","Gold"],"type":"string"},{"type":"integer","format":"int32"}]}""""));
        Assert.That(Body(paths["/members"]!["post"]!), Does.Contain(""""standing":{"anyOf":[{"enum":["Bronze","Silver","Gold"],"type":"string"},{"type":"integer","format":"int32"}]}""""));
        Assert.That(Body(paths["/seats/{row}/{number}"]!["patch"]!), Does.Not.Contain("row").And.Contain("holderId").And.Contain(""""minProperties":1""""));
        Assert.That(Body(paths["/members"]!["post"]!), Does.Not.Contain(""""id":""""));
        Assert.That(Body(paths["/members/{id}"]!["put"]!), Does.Contain(""""id":{"type":"integer","format":"int32"}""""));
        Assert.That(Body(paths["/crates/{id}"]!["put"]!), Does.Contain(""""weight":{"type":["null","integer"],"format":"int32","readOnly":true}""""));
        Assert.That(Body(paths["/crates"]!["post"]!), Does.Not.Contain("weight"));
    }

    [TestCase("v1", "post")]
    [TestCase("v1", "patch")]
    [TestCase("v3.0", "post")]
    [TestCase("v3.0", "patch")]
    public async Task An_enum_in_a_body_is_a_name_or_a_number(string version, string method)
    {
        var paths = (await DocumentAsync(version))["paths"]!;

        var members = (method == "post" ? paths["/crates"]! : paths["/crates/{id}"]!)[method]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!;

        const string Flags = """{"type":"string","description":"One or more, with commas between them: None, Heavy, Fragile, Hot."}""";
        var (nullableInt32, nullableInteger) = version == "v1"
            ? ("""{"type":["null","integer"],"format":"int32"}""", """{"type":["null","integer"]}""")
            : ("""{"type":"integer","format":"int32","nullable":true}""", """{"type":"integer","nullable":true}""");
        Assert.Multiple(() =>
        {
            Assert.That(members["care"]!.ToJsonString(), Is.EqualTo($$"""{"anyOf":[{{Flags}},{"type":"integer","format":"int32"}]}"""));
            Assert.That(members["rank"]!.ToJsonString(), Is.EqualTo($$"""{"anyOf":[{"enum":["Bronze","Silver","Gold"],"type":"string"},{{nullableInt32}}]}"""));
            Assert.That(members["label"]!.ToJsonString(), Is.EqualTo($$"""{"anyOf":[{{Flags}},{{nullableInteger}}]}"""));
            Assert.That(members["grade"]!.ToJsonString(), Is.EqualTo($$"""{"anyOf":[{"enum":["Bronze","Silver","Gold"],"type":"string"},{"enum":[1,2,3,null],{{nullableInteger[1..]}}]}"""));
        });
    }

    [Test]
    public async Task An_integer_says_what_its_type_holds() =>
        Assert.That((await DocumentAsync())["paths"]!["/crates"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["shelf"]!.ToJsonString(), Is.EqualTo("""{"maximum":255,"minimum":0,"type":"integer"}"""));

    [Test]
    public async Task Targets_of_several_types_are_one_of_them_with_their_discriminator()
    {
        var document = await DocumentAsync();

        var reward = document["components"]!["schemas"]!["Reward"]!;
        Assert.That(reward["anyOf"]!.AsArray().Select(static one => (string)one!["$ref"]!), Is.EqualTo(["#/components/schemas/RewardDelivery", "#/components/schemas/RewardHalfPrice"]));
        Assert.That(reward["discriminator"]!.ToJsonString(), Is.EqualTo("""{"propertyName":"$type","mapping":{"Delivery":"#/components/schemas/RewardDelivery","half":"#/components/schemas/RewardHalfPrice"}}"""));
        Assert.That(document["components"]!["schemas"]!["RewardHalfPrice"]!["properties"]!.AsObject().Select(static member => member.Key), Is.EquivalentTo(["$type", "percent", "id", "title", "worth"]));
        Assert.That(document["components"]!["schemas"]!["Member"]!["properties"]!["rewards"]!["items"]!.ToJsonString(), Is.EqualTo("""{"$ref":"#/components/schemas/Reward"}"""));
    }

    [Test]
    public async Task Their_filters_and_shared_patches_name_what_they_have_in_common()
    {
        var rewards = (await DocumentAsync())["paths"]!["/members/{id}/rewards"]!;

        var filter = rewards["get"]!["parameters"]!.AsArray().Single(static parameter => (string?)parameter!["name"] == "filter")!["content"]!["application/json"]!["schema"]!["properties"]!;
        Assert.That((string?)filter["where"]!["description"], Is.EqualTo("Conditions on id, title, worth."));
        Assert.That((string?)filter["include"]!["description"], Does.EndWith(": couriers."));
        Assert.That(Body(rewards["patch"]!), Is.EqualTo("""{"title":"MemberRewardsPatch","minProperties":1,"type":"object","properties":{"title":{"maxLength":20,"type":"string"},"worth":{"type":["null","number"]}},"additionalProperties":false}"""));
    }

    private static string Body(JsonNode operation) => operation["requestBody"]!["content"]!["application/json"]!["schema"]!.ToJsonString();

    private static IEnumerable<string> Types(JsonNode schema) => schema["type"] is JsonArray several ? several.Select(static type => (string)type!) : [(string)schema["type"]!];

    private async Task<JsonNode> DocumentAsync(string version = "v1")
    {
        var (status, document) = await Server.SendAsync(HttpMethod.Get, $"/openapi/{version}.json");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        return document!;
    }
}
