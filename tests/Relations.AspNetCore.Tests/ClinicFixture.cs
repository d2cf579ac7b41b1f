using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Clinic;
using Microsoft.Extensions.DependencyInjection;

namespace Relations.AspNetCore.Tests;

/// <summary>Requests to the sample, each test with LoopBack's example in a database of its own.</summary>
public abstract class ClinicFixture
{
    private static readonly DateTime Monday = new(2025, 3, 3, 9, 30, 0, DateTimeKind.Unspecified);

    private ClinicServer server = null!;

    private protected HttpClient Client { get; private set; } = null!;

    private protected DoctorRepository Doctors => new(server.Session);

    private protected PatientRepository Patients => new(server.Session);

    private protected AppointmentRepository Appointments => new(server.Session);

    /// <summary>Doctor Mario (1) with Luigi (1) and Peach (2); Doctor Link (2) with Peach (2) and Zelda (3); Doctor Toad (3) without anybody.</summary>
    [SetUp]
    public async Task Start()
    {
        server = new(Configure);
        Client = server.CreateClient();
        await Doctors.CreateAllAsync([new() { Name = "Mario" }, new() { Name = "Link" }, new() { Name = "Toad" }]);
        await Patients.CreateAllAsync([new() { Name = "Luigi", BirthYear = 1983 }, new() { Name = "Peach", BirthYear = 1985 }, new() { Name = "Zelda", BirthYear = 1986 }]);
        await Appointments.CreateAllAsync(
        [
            new() { DoctorId = 1, PatientId = 1, At = Monday, Note = "first" },
            new() { DoctorId = 1, PatientId = 2, At = Monday.AddDays(1) },
            new() { DoctorId = 2, PatientId = 2, At = Monday.AddDays(2) },
            new() { DoctorId = 2, PatientId = 3, At = Monday.AddDays(3) },
        ]);
    }

    [TearDown]
    public async Task Stop()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }

    private protected virtual void Configure(IServiceCollection services) { }

    private protected Task<int> CountRowsAsync() => server.CountRowsAsync();

    private protected Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    private protected async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string address, string? json = null, string? accept = null)
    {
        using var response = await RespondAsync(method, address, json, accept);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private protected async Task<HttpResponseMessage> RespondAsync(HttpMethod method, string address, string? json = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        return await Client.SendAsync(request);
    }

    /// <summary>The request is refused in LoopBack's envelope with this status and message, and nothing is written.</summary>
    private protected async Task AssertRefusedAsync(HttpMethod method, string address, string? json, HttpStatusCode status, string message, string? path = null)
    {
        var before = await DumpAsync();

        var (answered, body) = await SendAsync(method, address, json);

        Assert.That(answered, Is.EqualTo(status), body?.ToJsonString());
        var error = body!["error"]!;
        Assert.That((int)error["statusCode"]!, Is.EqualTo((int)status));
        Assert.That((string?)error["name"], Does.EndWith("Error"));
        Assert.That((string?)error["message"], Does.Contain(message));
        if (path is not null)
        {
            Assert.That(error["details"]!.AsArray().Select(static detail => (string)detail!["path"]!), Does.Contain(path));
        }

        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    /// <summary>Every row of every table.</summary>
    private protected async Task<string> DumpAsync()
    {
        var doctors = (await Doctors.ToListAsync()).Select(static doctor => $"{doctor.Id} {doctor.Name}");
        var patients = (await Patients.ToListAsync()).Select(static patient => $"{patient.Pid} {patient.Name} {patient.BirthYear}");
        var appointments = (await Appointments.ToListAsync()).Select(static link => $"{link.Id} {link.DoctorId} {link.PatientId} {link.At:O} {link.Note}");
        return string.Join('\n', [.. doctors, .. patients, .. appointments]);
    }
}
