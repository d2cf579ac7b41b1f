using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Clinic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Relations.AspNetCore.Tests;

/// <summary>What a client is told of an error, and what not.</summary>
[TestFixture]
public sealed class ErrorTests
{
    private const string Secret = "UNIQUE constraint failed: Doctor.Name in /var/lib/clinic.db";

    private static IEnumerable<TestCaseData> Errors =>
    [
        new(new InvalidFilterException("no filter"), 400, "BadRequestError", "no filter"),
        new(new InvalidInclusionException("no relation"), 400, "BadRequestError", "no relation"),
        new(new EntityNotFoundException("no row"), 404, "NotFoundError", "no row"),
        new(new ConstraintException("Property \"pid\" cannot be changed!"), 422, "UnprocessableEntityError", "Property \"pid\" cannot be changed!"),
        new(new NavigationPropertyException("no relations here"), 422, "UnprocessableEntityError", "no relations here"),
        new(new ConcurrencyException("changed since"), 409, "ConflictError", "changed since"),
        new(new ConstraintException(Secret, new InvalidOperationException(Secret)), 422, "UnprocessableEntityError", "A value is missing, or is not allowed by the database."),
        new(new UniqueViolationException(Secret, new InvalidOperationException(Secret)), 409, "ConflictError", "Another row has the same key or unique value."),
        new(new ForeignKeyViolationException(Secret, new InvalidOperationException(Secret)), 409, "ConflictError", "A row that is referred to does not exist, or the row is still referred to."),
        new(new DatabaseLockedException(Secret), 503, "ServiceUnavailableError", "The database is busy; try again later."),
        new(new RelationsException(Secret), 500, "InternalServerError", null),
        new(new InvalidPolymorphismException(Secret), 500, "InternalServerError", null),
        new(new SchemaMismatchException(Secret), 500, "InternalServerError", null),
        new(new InvalidOperationException(Secret), 500, "InternalServerError", null),
    ];

    [TestCaseSource(nameof(Errors))]
    public async Task An_error_has_LoopBacks_envelope_and_keeps_what_is_internal_to_itself(Exception thrown, int status, string name, string? message)
    {
        await using var app = await StartAsync(app => app.MapGet("/", string () => throw thrown));

        var (response, body) = await GetAsync(app, "/");

        Assert.That(((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType), Is.EqualTo((status, "application/json")));
        Assert.That(body["error"]!["statusCode"]!.GetValue<int>(), Is.EqualTo(status));
        Assert.That((string?)body["error"]!["name"], Is.EqualTo(name));
        Assert.That((string?)body["error"]!["message"], Is.EqualTo(message ?? "Internal Server Error"));
        Assert.That(body.ToJsonString(), Does.Not.Contain("clinic.db").And.Not.Contain("   at "));
    }

    [TestCaseSource(nameof(Errors))]
    public async Task A_client_that_accepts_problem_details_gets_them(Exception thrown, int status, string name, string? message)
    {
        await using var app = await StartAsync(app => app.MapGet("/", string () => throw thrown));

        var (response, body) = await GetAsync(app, "/", accept: "application/problem+json");

        Assert.That(((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType), Is.EqualTo((status, "application/problem+json")), name);
        Assert.That((string?)body["detail"] ?? (string?)body["title"], Is.EqualTo(message ?? "An error occurred while processing your request."));
        Assert.That(body.ToJsonString(), Does.Not.Contain("clinic.db").And.Not.Contain("   at "));
    }

    [TestCase("application/problem+json;q=0.1", "application/problem+json")]
    [TestCase("application/problem+json;q=0", "application/json")]
    public async Task A_client_that_refuses_problem_details_gets_none(string accept, string expected)
    {
        await using var app = await StartAsync(static app => app.MapGet("/", static string () => throw new EntityNotFoundException("none")));

        var (response, _) = await GetAsync(app, "/", accept);

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(expected));
    }

    [Test]
    public async Task Problem_details_carry_code_and_details()
    {
        await using var app = await StartAsync(static app => app.MapGet("/", static string () => throw new InvalidBodyException([new("/name", "Expected text, got 5.")])), ErrorFormat.ProblemDetails);

        var (response, body) = await GetAsync(app, "/");

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((string?)body["code"], Is.EqualTo("VALIDATION_FAILED"));
        Assert.That(body["details"]!.ToJsonString(), Is.EqualTo("""[{"path":"/name","message":"Expected text, got 5."}]"""));
    }

    [Test]
    public async Task What_cannot_be_bound_is_named()
    {
        await using var app = await StartAsync(static app => app.MapGet("/{id}", static (int id) => id));

        var (response, body) = await GetAsync(app, "/abc");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)body["error"]!["message"], Does.Contain("id").And.Contain("abc"));
    }

    [Test]
    public async Task A_body_that_no_model_knows_is_the_programs_mistake()
    {
        await using var app = await StartAsync(static app => app.MapPost("/", static (Body<string> body) => body.Value));
        using var client = Client(app);

        using var response = await client.PostAsync(new Uri("/", UriKind.Relative), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("AddRelations"));
    }

    [Test]
    public void A_new_target_whose_link_carries_nothing_is_a_body() =>
        Assert.That(async () => await NewTarget<Doctor, NoThroughData>.BindAsync(new DefaultHttpContext()), Throws.InvalidOperationException.With.Message.EqualTo("The links of this relation carry nothing: take a Body<Doctor> instead."));

    [Test]
    public async Task The_limits_can_be_set()
    {
        await using var app = await StartAsync(
            static app =>
            {
                app.MapPost("/", static (Body<Doctor> body) => body.Value);
                app.MapGet("/", static (FilterQuery<Doctor> filter) => filter.Filter.ToJson());
            },
            configure: static options =>
            {
                options.MaxBodyLength = 20;
                options.FilterLimits = new() { Conditions = 1, Rows = 10 };
            });
        using var client = Client(app);

        using var fits = await client.PostAsync(new Uri("/", UriKind.Relative), new StringContent("""{"name":"Mario"}""", System.Text.Encoding.UTF8, "application/json"));
        using var isTooLong = await client.PostAsync(new Uri("/", UriKind.Relative), new StringContent("""{"name":"Super Mario"}""", System.Text.Encoding.UTF8, "application/json"));
        using var asksTooMuch = await client.GetAsync(new Uri("/?filter[where][name]=x&filter[where][id]=1", UriKind.Relative));

        using var asksForTooMany = await client.GetAsync(new Uri("/?filter[limit]=11", UriKind.Relative));

        Assert.That(await fits.Content.ReadAsStringAsync(), Is.EqualTo("""{"id":0,"name":"Mario"}"""));
        Assert.That(isTooLong.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(asksTooMuch.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(asksForTooMany.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Repositories_are_scoped_and_one_of_the_programs_own_goes_first()
    {
        await using var database = new Sqlite.SqliteDatabase("Data Source=:memory:");
        var own = new PatientRepository(database);
        var services = Clinic.RelationsServiceCollectionExtensions.AddRepositories(new ServiceCollection().AddSingleton<Session>(database).AddSingleton(own));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await using var one = provider.CreateAsyncScope();
        await using var other = provider.CreateAsyncScope();

        Assert.That(services.Select(static service => service.ServiceType), Is.SupersetOf([typeof(DoctorRepository), typeof(AppointmentRepository), typeof(UserRepository), typeof(UserLinkRepository)]));
        var doctors = one.ServiceProvider.GetRequiredService<DoctorRepository>();
        Assert.That(one.ServiceProvider.GetRequiredService<DoctorRepository>(), Is.SameAs(doctors));
        Assert.That(other.ServiceProvider.GetRequiredService<DoctorRepository>(), Is.Not.SameAs(doctors));
        Assert.That(doctors.Session, Is.SameAs(database));
        Assert.That(one.ServiceProvider.GetRequiredService<PatientRepository>(), Is.SameAs(own));
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, ErrorFormat format = ErrorFormat.LoopBack, Action<RelationsHttpOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails(); // whoever was here first
        builder.Services.AddRelations(Clinic.RelationsModel.Definition, options =>
        {
            options.ErrorFormat = format;
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new(app.Urls.Single()) };

    private static async Task<(HttpResponseMessage Response, JsonNode Body)> GetAsync(WebApplication app, string address, string? accept = null)
    {
        using var client = Client(app);
        if (accept is not null)
        {
            client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
