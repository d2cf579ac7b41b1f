using Library;
using Relations;
using Relations.AspNetCore;
using Relations.Sqlite;

var builder = WebApplication.CreateBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddSingleton<Session>(_ => new SqliteDatabase($"Data Source={args[0]}"));
builder.Services.AddScoped<BookRepository>(provider => new(provider.GetRequiredService<Session>()));
builder.Services.AddRelations(RelationsModel.Definition);
builder.Services.AddOpenApi(document => document.AddRelations());

await using var app = builder.Build();
await RelationsModel.CreateSchemaAsync(app.Services.GetRequiredService<Session>());
app.UseExceptionHandler();
app.MapOpenApi();
app.MapPost("/books", (Body<Book> book, BookRepository books) => books.CreateAsync(book));
app.MapGet("/books", (FilterQuery<Book> filter, BookRepository books) => books.FindAsync(filter));
await app.StartAsync();

using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
using var created = await client.PostAsJsonAsync("/books", new { title = "Good Omens" });
using var refused = await client.PostAsJsonAsync("/books", new { id = 7, title = "Good Omens" });
Console.WriteLine($"{await client.GetStringAsync("/books?filter[include][]=authors")} {(int)refused.StatusCode} {(await client.GetStringAsync("/openapi/v1.json")).Contains("/books", StringComparison.Ordinal)}");
