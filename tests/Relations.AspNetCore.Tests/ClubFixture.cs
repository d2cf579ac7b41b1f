using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Relations.AspNetCore.Tests;

/// <summary>Requests to the club, each test with a database of its own; starting the server takes longer than a test.</summary>
public abstract class ClubFixture
{
    private protected ClubServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Server = await ClubServer.StartAsync();

    [SetUp]
    public void BeginAnew() => Server.BeginAnew();

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    /// <summary>What is answered, once it was found.</summary>
    private protected async Task<string> GetAsync(string address)
    {
        var (status, body) = await Server.SendAsync(HttpMethod.Get, address);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body?.ToJsonString());
        return body!.ToJsonString();
    }

    private protected async Task<string> SendAsync(HttpMethod method, string address, string json)
    {
        var (status, body) = await Server.SendAsync(method, address, Encoding.UTF8.GetBytes(json));
        Assert.That((int)status, Is.InRange(200, 299), body?.ToJsonString());
        return body?.ToJsonString() ?? "";
    }

    /// <summary>The request is refused in LoopBack's envelope, which names the path and what is wrong there, and nothing is written.</summary>
    private protected Task AssertRefusedAsync(HttpMethod method, string address, string? json, HttpStatusCode status, string message, string? path = null) =>
        AssertRefusedAsync(method, address, json is null ? null : Encoding.UTF8.GetBytes(json), status, message, path);

    private protected async Task AssertRefusedAsync(HttpMethod method, string address, byte[]? json, HttpStatusCode status, string message, string? path = null)
    {
        var before = await Server.DumpAsync();

        var (answered, body) = await Server.SendAsync(method, address, json);

        Assert.That(answered, Is.EqualTo(status), body?.ToJsonString());
        Assert.That((string?)body!["error"]!["message"], Does.Contain(message));
        if (path is not null)
        {
            Assert.That(body["error"]!["details"]!.AsArray().Select(static detail => (string)detail!["path"]!), Does.Contain(path), body.ToJsonString());
        }

        Assert.That(await Server.DumpAsync(), Is.EqualTo(before));
    }
}
