using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relations.AspNetCore.Tests;

/// <summary>What a client must not do is answered with what was wrong, and writes nothing.</summary>
[TestFixture]
public sealed class HostileRequestTests : ClinicFixture
{
    private const string Patient = "/doctors/1/patients";

    private static readonly string Long = new('x', 100_000);

    [TestCase("{", "not valid JSON")]
    [TestCase("", "not valid JSON")]
    [TestCase("{\"name\":\"x\"} true", "not valid JSON")]
    [TestCase("{'name':'x'}", "not valid JSON")]
    [TestCase("\u0000", "not valid JSON")]
    public async Task L107_A_body_that_is_no_JSON(string body, string message)
    {
        await AssertRefusedAsync(HttpMethod.Post, "/doctors", body, HttpStatusCode.BadRequest, message);
        await AssertRefusedAsync(HttpMethod.Patch, Patient, body, HttpStatusCode.BadRequest, message);
        await AssertRefusedAsync(HttpMethod.Put, Patient + "/1", body, HttpStatusCode.BadRequest, message);
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("5")]
    [TestCase("[{\"name\":\"x\"}]")]
    public async Task L107_A_body_that_is_no_object(string body)
    {
        await AssertRefusedAsync(HttpMethod.Post, "/doctors", body, HttpStatusCode.UnprocessableEntity, "Expected a JSON object", "");
        await AssertRefusedAsync(HttpMethod.Post, Patient, body, HttpStatusCode.UnprocessableEntity, "Expected a JSON object", "");
    }

    [TestCase("""{"foo":1}""", "/foo", "Patient has no property \"foo\"")]
    [TestCase("""{"Name":"x"}""", "/Name", "Patient has no property \"Name\"")]
    [TestCase("""{"__proto__":{}}""", "/__proto__", "Patient has no property")]
    [TestCase("""{"a/b~c":1}""", "/a~1b~0c", "Patient has no property")]
    [TestCase("""{"name":5}""", "/name", "Expected text, got 5")]
    [TestCase("""{"name":null}""", "/name", "Expected text, got null")]
    [TestCase("""{"name":["x"]}""", "/name", "Expected text, got an array")]
    [TestCase("""{"name":{"eq":"x"}}""", "/name", "Expected text, got an object")]
    [TestCase("""{"name":"\ud800"}""", "/name", "Expected text")]
    [TestCase("""{"\ud800":1}""", "/\uFFFD", "Patient has no property")]
    [TestCase("""{"birthYear":"1980"}""", "/birthYear", "Expected an integer, got \"1980\"")]
    [TestCase("""{"birthYear":1980.5}""", "/birthYear", "Expected an integer, got 1980.5")]
    [TestCase("""{"birthYear":99999999999}""", "/birthYear", "Expected an integer, got 99999999999")]
    [TestCase("""{"birthYear":true}""", "/birthYear", "Expected an integer, got true")]
    [TestCase("""{"birthYear":1,"birthYear":2}""", "/birthYear", "given more than once")]
    [TestCase("""{}""", "", "assigns nothing")]
    [TestCase("""{"pid":2}""", "/pid", "Property \"pid\" cannot be changed!", TestName = "L050_A_patch_of_the_key")]
    [TestCase("""{"name":"x","doctors":[{"id":1}]}""", "/doctors", "Navigational properties are not allowed in model data (model \"Patient\" property \"doctors\"), please remove it.", TestName = "L030_A_patch_of_a_relation")]
    public Task L108_A_patch_that_does_not_fit(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Patch, Patient, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("""{"id":9,"name":"x"}""", "/id", "Property \"id\" cannot be given: the database makes it")]
    [TestCase("""{"name":"x","patients":[]}""", "/patients", "Navigational properties are not allowed in model data (model \"Doctor\" property \"patients\"), please remove it.")]
    [TestCase("""{"name":"x","visits":null}""", "/visits", "Navigational properties are not allowed")]
    [TestCase("""{}""", "/name", "Property \"name\" must be given")]
    [TestCase("""{"nom":"x"}""", "/nom", "Doctor has no property \"nom\"")]
    public Task L030_100_Mass_assignment_of_a_new_doctor(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Post, "/doctors", body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("""{"name":"x"}""", "/throughData/at", "Property \"at\" must be given")]
    [TestCase("""{"name":"x","throughData":{}}""", "/throughData/at", "Property \"at\" must be given")]
    [TestCase("""{"name":"x","throughData":5}""", "/throughData", "Expected a JSON object")]
    [TestCase("""{"name":"x","throughData":{"at":"monday"}}""", "/throughData/at", "Expected a date and time")]
    [TestCase("""{"name":"x","throughData":{"at":"2025-01-01T00:00:00"},"throughData":{"at":"2025-01-01T00:00:00"}}""", "/throughData", "given more than once")]
    [TestCase("""{"name":"x","throughData":{"at":"2025-01-01T00:00:00","doctorId":2}}""", "/throughData/doctorId", "Property \"doctorId\" cannot be changed!")]
    [TestCase("""{"name":"x","throughData":{"at":"2025-01-01T00:00:00","patientId":2}}""", "/throughData/patientId", "Property \"patientId\" cannot be changed!")]
    [TestCase("""{"name":"x","throughData":{"at":"2025-01-01T00:00:00","id":2}}""", "/throughData/id", "Property \"id\" cannot be changed!")]
    [TestCase("""{"name":"x","throughData":{"at":"2025-01-01T00:00:00","patient":{}}}""", "/throughData/patient", "Navigational properties are not allowed in model data (model \"Appointment\" property \"patient\")")]
    [TestCase("""{"pid":9,"name":"x","throughData":{"at":"2025-01-01T00:00:00"}}""", "/pid", "cannot be given")]
    public Task L026_A_new_patient_whose_link_does_not_fit(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Post, Patient, body, HttpStatusCode.UnprocessableEntity, message, path);

    [TestCase("""{"at":"2025-01-01T00:00:00","doctorId":2}""", "/doctorId", "Property \"doctorId\" cannot be changed!")]
    [TestCase("""{"note":"x"}""", "/at", "Property \"at\" must be given")]
    [TestCase("""{"at":null}""", "/at", "Expected a date and time")]
    public Task L026_A_link_that_does_not_fit(string body, string path, string message) =>
        AssertRefusedAsync(HttpMethod.Put, "/doctors/3/patients/2", body, HttpStatusCode.UnprocessableEntity, message, path);

    [Test]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var (_, body) = await SendAsync(HttpMethod.Patch, Patient, """{"pid":1,"doctors":1,"foo":1,"birthYear":"x"}""");

        Assert.That(body!["error"]!["details"]!.AsArray().Select(static detail => (string)detail!["path"]!), Is.EqualTo(["/pid", "/doctors", "/foo", "/birthYear"]));
        Assert.That((string?)body["error"]!["code"], Is.EqualTo("VALIDATION_FAILED"));
    }

    [TestCase("/doctors?filter={", "filter")]
    [TestCase("/doctors?filter={\"where\":{\"nom\":\"x\"}}", "nom")]
    [TestCase("/doctors?filter={\"where\":{\"name\":{\"foo\":\"x\"}}}", "foo")]
    [TestCase("/doctors?filter={\"where\":{\"id\":{\"gt\":\"abc\"}}}", "abc")]
    [TestCase("/doctors?filter={\"limit\":0}", "limit")]
    [TestCase("/doctors?filter={\"order\":\"nom\"}", "nom")]
    [TestCase("/doctors?filter={\"foo\":1}", "foo")]
    [TestCase("/doctors?filter[where][name][foo]=x", "foo")]
    [TestCase("/doctors/1/patients?filter[where][doctorId]=2", "doctorId")]
    public Task L107_108_A_filter_that_is_wrong(string address, string message) =>
        AssertRefusedAsync(HttpMethod.Get, address, null, HttpStatusCode.BadRequest, message);

    [Test]
    public async Task L091_An_unknown_include()
    {
        await AssertRefusedAsync(HttpMethod.Get, "/doctors?filter[include][]=foo", null, HttpStatusCode.BadRequest, "Invalid \"filter.include\" entries: \"foo\"", "/include/0");
        await AssertRefusedAsync(HttpMethod.Get, "/doctors/1/patients?filter[include][]=appointments", null, HttpStatusCode.BadRequest, "Invalid \"filter.include\" entries");
    }

    [TestCase("?where={")]
    [TestCase("?where={}},\"limit\":1,\"x\":{{}")]
    [TestCase("?where=5")]
    [TestCase("?where[nom]=x")]
    [TestCase("?where={\"nom\":\"x\"}")]
    [TestCase("?where={}&where={}")]
    [TestCase("?where")]
    [TestCase("?where=")]
    [TestCase("?WHERE=")]
    [TestCase("?where%20[name]=x")]
    [TestCase("?where]name[=x")]
    [TestCase("?filter={\"where\":{\"name\":\"x\"}}")]
    [TestCase("?filter[where][name]=x")]
    [TestCase("?where[name]=x&Filter=")]
    public async Task Conditions_that_are_wrong_change_and_delete_nothing(string query)
    {
        await AssertRefusedAsync(HttpMethod.Patch, Patient + query, """{"name":"x"}""", HttpStatusCode.BadRequest, "Invalid filter");
        await AssertRefusedAsync(HttpMethod.Delete, Patient + query, null, HttpStatusCode.BadRequest, "Invalid filter");
    }

    [Test]
    public async Task L110_A_filter_nested_past_the_limit()
    {
        var where = "{\"name\":\"x\"}";
        for (var level = 0; level < 60; level++)
        {
            where = $"{{\"and\":[{where}]}}";
        }

        await AssertRefusedAsync(HttpMethod.Get, $"/doctors?filter={{\"where\":{where}}}", null, HttpStatusCode.BadRequest, "Invalid filter");
    }

    [Test]
    public Task A_body_nested_without_end() =>
        AssertRefusedAsync(HttpMethod.Post, "/doctors", "{\"name\":" + new string('[', 50_000) + new string(']', 50_000) + "}", HttpStatusCode.BadRequest, "not valid JSON");

    [Test]
    public async Task Long_names_and_values_are_not_repeated_at_length()
    {
        var (status, body) = await SendAsync(HttpMethod.Patch, Patient, $$"""{"{{Long}}":1,"birthYear":"{{Long}}"}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(body!.ToJsonString(), Has.Length.LessThan(1000));
    }

    [Test]
    public async Task A_thousand_wrong_properties_do_not_make_a_long_answer()
    {
        var members = string.Join(",", Enumerable.Range(0, 1000).Select(static number => $"\"p{number}\":1"));

        var (status, body) = await SendAsync(HttpMethod.Patch, Patient, $"{{{members}}}");

        Assert.That(status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(body!["error"]!["details"]!.AsArray(), Has.Count.EqualTo(50));
    }

    [Test]
    public Task A_body_that_is_too_long() =>
        AssertRefusedAsync(HttpMethod.Post, "/doctors", $"{{\"name\":\"{new string('x', 1024 * 1024)}\"}}", HttpStatusCode.RequestEntityTooLarge, "longer than 1048576 bytes");

    [Test]
    public async Task A_body_that_is_too_long_and_does_not_say_how_long()
    {
        var before = await DumpAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/doctors");
        request.Content = new StringContent($"{{\"name\":\"{new string('x', 1024 * 1024)}\"}}", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_query_string_that_is_too_long_is_refused_by_the_server()
    {
        using var response = await RespondAsync(HttpMethod.Get, "/doctors?filter[where][name]=" + Long);

        Assert.That((int)response.StatusCode, Is.InRange(400, 499));
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    public async Task A_body_in_UTF_8(string type)
    {
        using var content = new ByteArrayContent("""{"name":"x"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await Client.PostAsync(new Uri("/doctors", UriKind.Relative), content);

        Assert.That(response.IsSuccessStatusCode, Is.True);
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=utf-16")]
    public async Task A_body_of_another_type(string type)
    {
        var before = await DumpAsync();
        using var content = new ByteArrayContent("""{"name":"x"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await Client.PostAsync(new Uri("/doctors", UriKind.Relative), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("application/json"));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [TestCase("GET", "/doctors/99/patients", null)]
    [TestCase("POST", "/doctors/99/patients", """{"name":"x","throughData":{"at":"2025-01-01T00:00:00"}}""")]
    [TestCase("PATCH", "/doctors/99/patients", """{"name":"x"}""")]
    [TestCase("DELETE", "/doctors/99/patients", null)]
    [TestCase("PUT", "/doctors/99/patients/1", """{"at":"2025-01-01T00:00:00"}""")]
    [TestCase("DELETE", "/doctors/99/patients/1", null)]
    [TestCase("GET", "/doctors/99", null)]
    public Task L111_A_doctor_that_does_not_exist(string method, string address, string? body) =>
        AssertRefusedAsync(new(method), address, body, HttpStatusCode.NotFound, "Entity not found: Doctor with id 99");

    [Test]
    public Task L029_064_A_link_to_a_patient_that_does_not_exist() =>
        AssertRefusedAsync(HttpMethod.Put, "/doctors/1/patients/99", """{"at":"2025-01-01T00:00:00"}""", HttpStatusCode.Conflict, "A row that is referred to does not exist");

    [TestCase("/nowhere", "Endpoint \"GET /nowhere\" not found.")]
    [TestCase("/doctors/abc", "Endpoint \"GET /doctors/abc\" not found.")]
    [TestCase("/doctors/99999999999999", "Endpoint")]
    public Task An_address_that_does_not_exist(string address, string message) =>
        AssertRefusedAsync(HttpMethod.Get, address, null, HttpStatusCode.NotFound, message);

    [Test]
    public async Task A_client_that_breaks_off_in_the_middle_of_a_body_writes_nothing()
    {
        var before = await DumpAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
            await socket.GetStream().WriteAsync("POST /doctors HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":\"x\""u8.ToArray());
        }

        var (status, _) = await GetAsync("/doctors");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }
}
