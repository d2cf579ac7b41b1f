using Microsoft.Extensions.DependencyInjection;
using Relations.Interop.Models;

namespace Relations.Interop.Tests;

/// <summary>Models of another assembly, in snake case, and entities here that relate to them.</summary>
public sealed class OtherAssemblyTests
{
    private InteropFile file = null!;

    private LibraryBookRepository Books => new(file.Database);

    private ReaderRepository Readers => new(file.Database);

    [SetUp]
    public async Task Create()
    {
        file = await InteropFile.CreateAsync();
        await Books.CreateAllAsync([new() { MainTitle = "Emma" }, new() { MainTitle = "Persuasion", ISBN = "2", Printed = 1817 }]);
        await new AuthorRepository(file.Database).CreateAsync(new() { FullName = "Jane Austen" });
        await Books.Authors(2).LinkAsync(1, new() { CreditedAs = "A Lady" });
    }

    [TearDown]
    public async Task Delete() => await file.DisposeAsync();

    [Test]
    public async Task Tables_and_columns_are_named_as_the_entitys_own_assembly_says()
    {
        var columns = await file.Database.QueryAsync(
            $"SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name IN ('library_book', 'AUTHORS', 'book_author', 'shelf_mark', 'Reader', 'Loan') ORDER BY t.name, c.cid",
            static row => row.GetString(0));

        Assert.That(columns, Is.EqualTo(
        [
            "AUTHORS.id", "AUTHORS.full_name",
            "Loan.ReaderId", "Loan.LibraryBookId", "Loan.Until",
            "Reader.Id", "Reader.CardName", "Reader.FavouriteId",
            "book_author.library_book_id", "book_author.author_id", "book_author.credited_as",
            "library_book.id", "library_book.main_title", "library_book.isbn", "library_book.YearOfPrint",
            "shelf_mark.id", "shelf_mark.library_book_id", "shelf_mark.room_number",
        ]));
    }

    [Test]
    public async Task Everything_works_on_tables_in_snake_case()
    {
        var book = await Books.Where(b => b.MainTitle.StartsWith("P") && b.ISBN == "2" && b.Printed > 1800 && b.Authors.Any((a, link) => a.FullName != "x" && link.CreditedAs == "A Lady")).OrderByDescending(b => b.Printed)
            .Include(b => b.Authors, a => a.OrderBy((x, link) => link.CreditedAs).Take(1).Include(x => x.Books)).Include(b => b.Credits).SingleAsync();
        await Books.PatchByIdAsync(1, new() { ISBN = "1", Printed = 1815 });
        await Books.UpdateAsync(book);
        await Books.Authors(2).PatchLinksAsync(new() { CreditedAs = "Jane" });
        var change = await Books.Authors(1).SetAsync([1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(book.Authors.Single().Books.Single().MainTitle, Is.EqualTo("Persuasion"));
            Assert.That(book.Credits.Single().Through.CreditedAs, Is.EqualTo("A Lady"));
            Assert.That(change.Added, Is.EqualTo(1));
            Assert.That((await Books.QueryAsync($"SELECT * FROM library_book WHERE isbn = {"1"}")).Single().Printed, Is.EqualTo(1815));
            Assert.That(await Books.Authors(2).DeleteAsync(), Is.EqualTo(1));
            Assert.That(await new BookAuthorRepository(file.Database).CountAsync(), Is.Zero);
        }

        await Models.RelationsModel.VerifySchemaAsync(file.Database);
    }

    [Test]
    public async Task An_entity_here_relates_to_one_of_the_other_assembly()
    {
        var ann = await Readers.CreateAsync(new() { CardName = "Ann", FavouriteId = 2 });
        await Readers.Books(ann.Id).LinkAsync(1, new() { Until = new(2025, 5, 1) });
        var third = await Readers.Books(ann.Id).CreateAsync(new() { MainTitle = "Sanditon" });

        var found = await Readers.Where(r => r.Books.Any((b, loan) => b.MainTitle == "Emma" && loan.Until > new DateOnly(2025, 1, 1)))
            .Include(r => r.Books, b => b.Include(x => x.Authors)).Include(r => r.Favourite, b => b.Include(x => x.Authors)).SingleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Books.Select(static book => (book.Id, book.MainTitle)), Is.EqualTo([(1, "Emma"), (third.Id, "Sanditon")]));
            Assert.That(found.Favourite!.Authors.Single().FullName, Is.EqualTo("Jane Austen"));
            Assert.That(async () => await Readers.Books(ann.Id).LinkAsync(99), Throws.TypeOf<ForeignKeyViolationException>(), "the schema has the foreign key");
            Assert.That(async () => await Readers.CreateAsync(new() { CardName = "Ben", FavouriteId = 99 }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Readers.Favourite(ann).FindAsync(), Is.Not.Null);
            Assert.That(await Readers.Books(ann).DeleteAsync(), Is.EqualTo(2));
        }

        await RelationsModel.VerifySchemaAsync(file.Database);
    }

    [Test]
    public async Task Internal_entities_of_the_other_assembly_are_at_hand_where_it_lets_them_be_seen()
    {
        var marks = new ShelfMarkRepository(file.Database);
        var mark = await Books.ShelfMarks(1).CreateAsync(new() { RoomNumber = "12" });
        var repairs = new RepairRepository(file.Database);
        await repairs.CreateAsync(new() { ShelfMarkId = mark.Id });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await marks.Include(m => m.LibraryBook).SingleAsync()).LibraryBook!.MainTitle, Is.EqualTo("Emma"));
            Assert.That((await Books.Include(b => b.ShelfMarks).FindByIdAsync(1)).ShelfMarks.Single().RoomNumber, Is.EqualTo("12"));
            Assert.That((await repairs.Include(r => r.ShelfMark, m => m.Include(x => x.LibraryBook)).SingleAsync()).ShelfMark!.LibraryBook!.Id, Is.EqualTo(1));
            Assert.That(typeof(ShelfMarkRepository).IsPublic || typeof(RepairRepository).IsPublic, Is.False);
        }
    }

    [Test]
    public async Task Namespaces_that_differ_in_case_alone_are_two()
    {
        await new Stock.ItemRepository(file.Database).CreateAsync(new() { Name = "bolt" });
        await new STOCK.ItemRepository(file.Database).CreateAsync(new() { Label = "nut" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new Stock.ItemRepository(file.Database).SingleAsync()).Name, Is.EqualTo("bolt"));
            Assert.That((await new STOCK.ItemRepository(file.Database).SingleAsync()).Label, Is.EqualTo("nut"));
        }
    }

    [Test]
    public async Task Both_assemblies_register_their_repositories()
    {
        var services = new ServiceCollection().AddSingleton<Session>(file.Database);
        Models.RelationsServiceCollectionExtensions.AddRepositories(services).AddRepositories().AddRepositories();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var first = provider.CreateAsyncScope();
        await using var second = provider.CreateAsyncScope();
        var books = first.ServiceProvider.GetRequiredService<LibraryBookRepository>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await books.CountAsync(), Is.EqualTo(2));
            Assert.That(await first.ServiceProvider.GetRequiredService<ReaderRepository>().CountAsync(), Is.Zero);
            Assert.That(first.ServiceProvider.GetRequiredService<LibraryBookRepository>(), Is.SameAs(books));
            Assert.That(second.ServiceProvider.GetRequiredService<LibraryBookRepository>(), Is.Not.SameAs(books));
            Assert.That(services.Count(static service => service.ServiceType.Name.EndsWith("Repository", StringComparison.Ordinal)), Is.EqualTo(Models.RelationsModel.Definition.Entities.Count + RelationsModel.Definition.Entities.Count), "each once");
        }

        await using var none = new ServiceCollection().AddRepositories().BuildServiceProvider();
        await using var scope = none.CreateAsyncScope();
        Assert.That(() => scope.ServiceProvider.GetRequiredService<ReaderRepository>(), Throws.InvalidOperationException.With.Message.Contains("Relations.Session"));
    }

    [Test]
    public async Task A_scope_may_bring_its_own_transaction()
    {
        await using var provider = new ServiceCollection().AddScoped<Session>(_ => file.Database.BeginTransactionAsync().AsTask().GetAwaiter().GetResult()).AddRepositories().BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReaderRepository>().CreateAsync(new() { CardName = "Ann" });
        }

        Assert.That(await Readers.CountAsync(), Is.Zero, "the scope disposed of it uncommitted");
    }
}
