using Library;
using Relations.Sqlite;

await using var db = new SqliteDatabase($"Data Source={args[0]}");
await RelationsModel.CreateSchemaAsync(db);
var books = new BookRepository(db);
var authors = new AuthorRepository(db);

var omens = await books.CreateAsync(new() { Title = "Good Omens" });
var terry = await books.Authors(omens).CreateAsync(new() { Name = "Terry" }, new() { Share = 55 });
await books.Authors(omens).CreateAsync(new() { Name = "Neil" }, new() { Share = 45 });

var found = await authors.Where(a => a.Books.Any((b, s) => s.Share > 50)).Include(a => a.Books).ToListAsync();
Console.WriteLine(string.Join("; ", found.Select(a => $"{a.Name}: {string.Join(", ", a.Books.Select(b => $"{b.Target.Title} {b.Through.Share}%"))}")));
