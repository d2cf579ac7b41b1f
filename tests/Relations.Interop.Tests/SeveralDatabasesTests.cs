using Relations.Interop.Models;

namespace Relations.Interop.Tests;

/// <summary>Several databases in one program, with the same entities.</summary>
public sealed class SeveralDatabasesTests
{
    private InteropFile first = null!;
    private InteropFile second = null!;

    [SetUp]
    public async Task Create()
    {
        first = await InteropFile.CreateAsync();
        second = await InteropFile.CreateAsync();
    }

    [TearDown]
    public async Task Delete()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Test]
    public async Task Each_has_its_own_rows_transactions_and_statements()
    {
        var counts = new int[2];
        first.Database.StatementExecuting += statement => counts[0] += statement.Kind == StatementKind.Rows ? 1 : 0;
        second.Database.StatementExecuting += statement => counts[1] += statement.Kind == StatementKind.Rows ? 1 : 0;
        var here = new LibraryBookRepository(first.Database);
        var there = new LibraryBookRepository(second.Database);
        await here.CreateAsync(new() { MainTitle = "here" });
        await using var one = await first.Database.BeginTransactionAsync();
        await using var other = await second.Database.BeginTransactionAsync();
        await here.In(other).CreateAllAsync([new() { MainTitle = "there" }, new() { MainTitle = "there too" }, new() { MainTitle = "and this" }]);
        await here.In(one).CreateAsync(new() { MainTitle = "never" });
        await other.CommitAsync();
        await one.RollbackAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await here.ToListAsync()).Select(static book => book.MainTitle), Is.EqualTo(["here"]));
            Assert.That((await there.ToListAsync()).Select(static book => book.MainTitle), Is.EqualTo(["there", "there too", "and this"]));
            Assert.That(counts, Is.EqualTo([3, 4]));
        }
    }

    [Test]
    public async Task The_same_statements_run_on_both_at_once_without_mixing()
    {
        await Task.WhenAll(FillAsync(first, "a", 30), FillAsync(second, "b", 50));

        static async Task FillAsync(InteropFile file, string name, int count)
        {
            var books = new LibraryBookRepository(file.Database);
            for (var number = 1; number <= count; number++)
            {
                var book = await books.CreateAsync(new() { MainTitle = $"{name}{number}" });
                await books.Authors(book.Id).CreateAsync(new() { FullName = name }, new());
                await Task.Yield();
                var all = await books.Include(b => b.Authors).ToListAsync();
                Assert.That(all.Select(static b => b.MainTitle), Is.EqualTo(Enumerable.Range(1, number).Select(n => $"{name}{n}")));
                Assert.That(all.SelectMany(static b => b.Authors).Select(static author => author.FullName), Is.All.EqualTo(name));
            }
        }
    }

    [Test]
    public async Task Another_schema_of_the_same_table_does_not_disturb_the_first()
    {
        var here = new LibraryBookRepository(first.Database);
        var there = new LibraryBookRepository(second.Database);
        await here.CreateAsync(new() { MainTitle = "here" });
        await there.CreateAsync(new() { MainTitle = "there" });
        await second.Database.ExecuteAsync($"ALTER TABLE library_book RENAME COLUMN main_title TO something_else");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await there.ToListAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(async () => await Models.RelationsModel.VerifySchemaAsync(second.Database), Throws.TypeOf<SchemaMismatchException>());
            Assert.That((await here.SingleAsync()).MainTitle, Is.EqualTo("here"));
        }
    }

    [Test]
    public async Task What_is_attached_to_a_connection_works_where_that_is_open()
    {
        await using var connection = await second.OpenAsync();

        await new LibraryBookRepository(first.Database.Attach(connection)).CreateAsync(new() { MainTitle = "there" });

        Assert.That(await new LibraryBookRepository(first.Database).CountAsync(), Is.Zero);
        Assert.That(await new LibraryBookRepository(second.Database).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_is_disposed_of_leaves_the_other()
    {
        await using var third = await InteropFile.CreateAsync();
        await third.Database.DisposeAsync();

        Assert.That(async () => await new LibraryBookRepository(third.Database).CountAsync(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(await new LibraryBookRepository(first.Database).CountAsync(), Is.Zero);
    }
}
