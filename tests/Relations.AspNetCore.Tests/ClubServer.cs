using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Relations.AspNetCore.Tests.Models;
using Relations.Sqlite;

namespace Relations.AspNetCore.Tests;

/// <summary>The club, served by Kestrel on a port of the loopback address, with a database that can begin anew.</summary>
internal sealed class ClubServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("club-");
    private readonly SqliteDatabase database;
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private ClubServer()
    {
        database = new($"Data Source={FileOf("club")}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Session>(database);
        builder.Services.AddRepositories();
        builder.Services.AddRelations(RelationsModel.Definition);
        builder.Services.AddValidation(); // passes over what is bound by Relations: it would read relations that are not loaded
        builder.Services.AddOpenApi(static document => document.AddRelations());
        builder.Services.AddOpenApi("v3.0", static document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            document.AddRelations();
        });
        app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapOpenApi();
        Map(app);
    }

    public Session Session => database;

    /// <summary>Members Mario (1), Luigi (2, whose mentor is Mario); Mario has a delivery and a half price, both with the key 1; Luigi's seat is a 1.</summary>
    public static async Task<ClubServer> StartAsync()
    {
        var server = new ClubServer();
        await RelationsModel.CreateSchemaAsync(server.database);
        await server.app.StartAsync();
        server.client.BaseAddress = new(server.app.Urls.Single());
        var members = new MemberRepository(server.database);
        await members.CreateAllAsync([new() { Name = "Mario", Standing = new(Rank.Gold) }, new() { Name = "Luigi", MentorId = new(1) }]);
        await members.Rewards(new MemberId(1)).CreateAsync(new Delivery { Title = "free", Area = "town" }, new() { Note = "one" });
        await members.Rewards(new MemberId(1)).CreateAsync(new HalfPrice { Title = "half", Percent = 50, Worth = 2.5m });
        await new CourierRepository(server.database).CreateAsync(new() { DeliveryId = 1, Name = "Yoshi" });
        await new TierRepository(server.database).CreateAsync(new() { Rank = Rank.Gold, Name = "the best" });
        await new SeatRepository(server.database).CreateAsync(new() { Row = new("a"), Number = 1, HolderId = new(2) });
        await new HotelRepository(server.database).CreateAsync(new() { Name = "Ritz", Motto = "sleep" });
        await new RoomRepository(server.database).CreateAsync(new() { HotelId = 1, Number = 7 });
        await new RemarkRepository(server.database).CreateAsync(new() { AboutId = 1, AboutType = "half", Text = "good" });
        server.Copy("club", "start");
        return server;
    }

    /// <summary>Makes the database as it was at the start, its schema too.</summary>
    public void BeginAnew() => Copy("start", "club");

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string address, byte[]? json = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string address, string json) => SendAsync(method, address, Encoding.UTF8.GetBytes(json));

    /// <summary>Runs a statement on the server's database.</summary>
    public async Task ExecuteAsync(SqlStatement statement) => await database.ExecuteAsync(statement);

    /// <summary>Every row of every table.</summary>
    public async Task<string> DumpAsync()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { RelationsJson.StrongTypes(RelationsModel.Definition) } };
        json.TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver { Modifiers = { RelationsJson.OmitUnloaded(RelationsModel.Definition) } };
        return JsonSerializer.Serialize(
            new object[]
            {
                await new MemberRepository(database).ToListAsync(), await new DeliveryRepository(database).ToListAsync(), await new HalfPriceRepository(database).ToListAsync(),
                await new GrantRepository(database).ToListAsync(), await new TierRepository(database).ToListAsync(), await new SeatRepository(database).ToListAsync(), await new RemarkRepository(database).ToListAsync(), await new HotelRepository(database).ToListAsync(),
            },
            json);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string FileOf(string name) => Path.Combine(folder.FullName, name + ".db");

    private void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={FileOf(from)};Pooling=false");
        using var destination = new SqliteConnection($"Data Source={FileOf(to)};Pooling=false");
        source.Open();
        destination.Open();
        source.BackupDatabase(destination);
    }

    private static void Map(WebApplication app)
    {
        var members = app.MapGroup("/members");
        members.MapGet("/", (FilterQuery<Member> filter, MemberRepository all, CancellationToken cancel) => all.FindAsync(filter, cancel));
        members.MapPost("/", async (Body<Member> body, MemberRepository all, CancellationToken cancel) =>
        {
            var member = await all.CreateAsync(body, cancel);
            return TypedResults.Created($"/members/{member.Id.Value}", member);
        });
        members.MapPatch("/{id:int}", async (int id, Body<MemberPatch> patch, MemberRepository all, CancellationToken cancel) => await all.PatchByIdAsync(new(id), patch, cancel));
        members.MapPut("/{id:int}", async (int id, Body<Member> body, MemberRepository all, CancellationToken cancel) => await all.ReplaceByIdAsync(new(id), body, cancel));
        members.MapGet("/{id:int}/names", async (int id, MemberRepository all, CancellationToken cancel) => new Named(new(id), (await all.FindByIdAsync(new(id), cancel)).MentorId));

        var rewards = members.MapGroup("/{id:int}/rewards");
        rewards.MapGet("/", (int id, FilterQuery<Reward> filter, MemberRepository all, CancellationToken cancel) => all.Rewards(new MemberId(id)).FindAsync(filter, cancel));
        rewards.MapPatch("/", async (int id, WhereQuery<Reward> where, Body<MemberRewardsPatch> patch, MemberRepository all, CancellationToken cancel) =>
            await all.Rewards(new MemberId(id)).Apply(where).PatchAsync(patch, cancel));
        rewards.MapPost("/deliveries", async (int id, NewTarget<Delivery, MemberRewardsThroughData> body, MemberRepository all, CancellationToken cancel) =>
            TypedResults.Created((string?)null, await all.Rewards(new MemberId(id)).Delivery.CreateAsync(body.Target, body.ThroughData, cancel)));
        rewards.MapPost("/halfprices", async (int id, NewTarget<HalfPrice, MemberRewardsThroughData> body, MemberRepository all, CancellationToken cancel) =>
            TypedResults.Created((string?)null, await all.Rewards(new MemberId(id)).CreateAsync(body.Target, body.ThroughData, cancel)));

        app.MapGet("/tiers", (FilterQuery<Tier> filter, TierRepository tiers, CancellationToken cancel) => tiers.FindAsync(filter, cancel));
        app.MapPost("/tiers", async (Body<Tier> body, TierRepository tiers, CancellationToken cancel) => TypedResults.Created((string?)null, await tiers.CreateAsync(body, cancel)));
        app.MapPut("/tiers/{rank}", async (Rank rank, Body<Tier> body, TierRepository tiers, CancellationToken cancel) => await tiers.ReplaceByIdAsync(rank, body, cancel));
        app.MapPatch("/tiers/{rank}", async (Rank rank, Body<TierPatch> patch, TierRepository tiers, CancellationToken cancel) => await tiers.PatchByIdAsync(rank, patch, cancel));

        app.MapGet("/hotels", (FilterQuery<Hotel> filter, HotelRepository hotels, CancellationToken cancel) => hotels.FindAsync(filter, cancel));
        app.MapPost("/hotels", async (Body<Hotel> body, HotelRepository hotels, CancellationToken cancel) => TypedResults.Created((string?)null, await hotels.CreateAsync(body, cancel)));
        app.MapPatch("/hotels/{id:int}", async (int id, Body<HotelPatch> patch, HotelRepository hotels, CancellationToken cancel) => await hotels.PatchByIdAsync(id, patch, cancel));
        app.MapPost("/hotels/{id:int}/rooms", async (int id, Body<Room> body, HotelRepository hotels, CancellationToken cancel) => TypedResults.Created((string?)null, await hotels.Rooms(id).CreateAsync(body, cancel)));

        app.MapGet("/crates/{id:guid}", (Guid id, CrateRepository crates, CancellationToken cancel) => crates.FindByIdAsync(new(id), cancel));
        app.MapPost("/crates", async (Body<Crate> body, CrateRepository crates, CancellationToken cancel) => TypedResults.Created((string?)null, await crates.CreateAsync(body, cancel)));
        app.MapPut("/crates/{id:guid}", async (Guid id, Body<Crate> body, CrateRepository crates, CancellationToken cancel) => await crates.ReplaceByIdAsync(new(id), body, cancel));
        app.MapPatch("/crates/{id:guid}", async (Guid id, Body<CratePatch> patch, CrateRepository crates, CancellationToken cancel) => await crates.PatchByIdAsync(new(id), patch, cancel));
        app.MapPost("/circles", (Circle circle) => circle);

        app.MapGet("/seats", (FilterQuery<Seat> filter, SeatRepository seats, CancellationToken cancel) => seats.FindAsync(filter, cancel));
        app.MapPost("/seats", async (Body<Seat> body, SeatRepository seats, CancellationToken cancel) => TypedResults.Created((string?)null, await seats.CreateAsync(body, cancel)));
        app.MapPatch("/seats/{row}/{number:int}", async (string row, int number, Body<SeatPatch> patch, SeatRepository seats, CancellationToken cancel) => await seats.PatchByIdAsync((new(row), number), patch, cancel));

        app.MapGet("/remarks", (FilterQuery<Remark> filter, RemarkRepository remarks, CancellationToken cancel) => remarks.FindAsync(filter, cancel));
        app.MapPost("/remarks", async (Body<Remark> body, RemarkRepository remarks, CancellationToken cancel) => TypedResults.Created((string?)null, await remarks.CreateAsync(body, cancel)));
        app.MapPut("/remarks/{id:int}", async (int id, Body<Remark> body, RemarkRepository remarks, CancellationToken cancel) => await remarks.ReplaceByIdAsync(id, body, cancel));
        app.MapGet("/remarks/{id:int}/about", async (int id, FilterQuery<Reward> filter, RemarkRepository remarks, CancellationToken cancel) =>
            await remarks.About(id).FindAsync(filter, cancel) is { } about ? Results.Ok(about) : Results.NotFound());
    }

    /// <summary>A type of the program's own that has strong types.</summary>
    public sealed record Named(MemberId Id, MemberId? Mentor);

    /// <summary>A type of the program's own that has strong types in lists and dictionaries.</summary>
    public sealed record Circle(
        List<MemberId> Members,
        Dictionary<string, SeatCode> Seats,
        Dictionary<MemberId, int> Ages,
        List<List<MemberId>> Rows,
        MemberId[] Ring,
        List<MemberId?> Gaps,
        Dictionary<string, List<Standing?>> Standings);
}
