using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;

namespace Relations.AspNetCore.Tests;

/// <summary>The sample as a program of its own, and what it says of itself.</summary>
[TestFixture]
public sealed class SampleTests : ClinicFixture
{
    [Test, CancelAfter(120_000)]
    public async Task The_sample_runs(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clinic-api-");
        try
        {
            await RunAsync("--database", Path.Combine(folder.FullName, "clinic.db"), cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test, CancelAfter(120_000)]
    public async Task The_sample_runs_on_PostgreSQL(CancellationToken cancel)
    {
        var server = Environment.GetEnvironmentVariable("RELATIONS_POSTGRESQL_DIRECT") ?? Environment.GetEnvironmentVariable("RELATIONS_POSTGRESQL");
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore("The sample did not run on PostgreSQL: RELATIONS_POSTGRESQL names no server. Start one with build/postgres.sh start, which prints its connection string.");
        }

        await using var source = NpgsqlDataSource.Create(server!);
        await using var creation = source.CreateCommand($"CREATE DATABASE clinic_api_{Environment.ProcessId}");
        await using var removal = source.CreateCommand($"DROP DATABASE clinic_api_{Environment.ProcessId} WITH (FORCE)");
        await creation.ExecuteNonQueryAsync(cancel);
        try
        {
            await RunAsync("--postgresql", $"{server};Database=clinic_api_{Environment.ProcessId}", cancel);
        }
        finally
        {
            await removal.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    [Test]
    public async Task The_OpenAPI_document_describes_filters_and_bodies()
    {
        var (_, document) = await GetAsync("/openapi/v1.json");
        var paths = document!["paths"]!;

        var filter = paths["/doctors"]!["get"]!["parameters"]![0]!;
        Assert.That(((string?)filter["name"], (string?)filter["in"]), Is.EqualTo(("filter", "query")));
        Assert.That(filter["content"]!["application/json"]!["schema"]!["properties"]!.AsObject().Select(static member => member.Key), Is.EquivalentTo(["where", "fields", "order", "limit", "skip", "offset", "include"]));
        Assert.That(Schema(paths["/doctors"]!["post"]!), Is.EqualTo("""{"title":"Doctor","required":["name"],"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":false}"""));
        var patients = paths["/doctors/{id}/patients"]!;
        Assert.That(patients["patch"]!["parameters"]!.AsArray().Select(static parameter => (string?)parameter!["name"]), Is.EqualTo(["id", "where"]));
        Assert.That(Schema(patients["patch"]!), Does.Not.Contain("pid").And.Not.Contain("required").And.Contain("birthYear"));
        Assert.That(Schema(patients["post"]!), Does.Contain("\"required\":[\"name\",\"throughData\"]").And.Contain("\"required\":[\"at\"]").And.Not.Contain("doctorId"));
    }

    private static async Task RunAsync(string setting, string database, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Clinic.Api.dll"), "--urls", "http://127.0.0.1:0", setting, database },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        try
        {
            using var client = new HttpClient { BaseAddress = new(await AddressAsync(process, cancel)) };
            using var content = new StringContent("""{"name":"Mario"}""", System.Text.Encoding.UTF8, "application/json");
            using var created = await client.PostAsync(new Uri("/doctors", UriKind.Relative), content, cancel);

            Assert.That(await client.GetStringAsync(new Uri("/doctors?filter[include][]=patients", UriKind.Relative), cancel), Is.EqualTo("""[{"id":1,"name":"Mario","patients":[]}]"""));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string Schema(JsonNode operation) => operation["requestBody"]!["content"]!["application/json"]!["schema"]!.ToJsonString();

    private static async Task<string> AddressAsync(Process process, CancellationToken cancel)
    {
        const string Listening = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..];
            }
        }

        throw new InvalidOperationException("The sample ended without listening.");
    }
}
