using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relations.Interop.Models;

namespace Relations.Interop.Tests;

/// <summary>Relations, Entity Framework Core and Dapper in one transaction on one SQLite file.</summary>
public sealed class SharedTransactionTests
{
    private InteropFile file = null!;

    private LibraryBookRepository Books => new(file.Database);

    [SetUp]
    public async Task Create()
    {
        file = await InteropFile.CreateAsync();
        await Books.CreateAsync(new() { MainTitle = "Emma", ISBN = "1" });
    }

    [TearDown]
    public async Task Delete() => await file.DisposeAsync();

    [Test]
    public async Task What_each_writes_the_others_see_before_it_is_committed_and_nobody_else([Values] bool isCommitted)
    {
        await using (var context = new LibraryContext(file.ConnectionString))
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var connection = context.Database.GetDbConnection();
            var session = file.Database.Attach(connection, transaction.GetDbTransaction());
            var books = new LibraryBookRepository(session);

            // Entity Framework writes; Relations and Dapper see it.
            context.Books.Add(new LibraryBook { MainTitle = "Persuasion", Printed = 1817 });
            await context.SaveChangesAsync();
            Assert.That((await books.Where(b => b.MainTitle == "Persuasion").SingleAsync()).Printed, Is.EqualTo(1817));

            // Dapper writes; Relations sees it.
            await connection.ExecuteAsync("INSERT INTO \"AUTHORS\" (full_name) VALUES (@Name)", new { Name = "Jane Austen" }, transaction.GetDbTransaction());
            Assert.That((await new AuthorRepository(session).SingleAsync()).FullName, Is.EqualTo("Jane Austen"));

            // Relations writes, several statements at once; both see it.
            await books.Authors(1).LinkAsync(1, new() { CreditedAs = "A Lady" });
            var anne = await books.Authors(2).CreateAsync(new() { FullName = "Anne" }, new());
            Assert.That(await context.BookAuthors.AsNoTracking().Select(static link => link.CreditedAs).ToListAsync(), Is.EqualTo(["A Lady", null]));
            Assert.That(await connection.QuerySingleAsync<string>("SELECT full_name FROM \"AUTHORS\" WHERE id = @Id", new { anne.Id }, transaction.GetDbTransaction()), Is.EqualTo("Anne"));
            Assert.That((await books.Include(b => b.Authors).ToListAsync()).Select(static book => string.Join(',', book.Authors.Select(static author => author.FullName))), Is.EqualTo(["Jane Austen", "Anne"]));

            // Nobody else does.
            Assert.That(await Books.CountAsync(), Is.EqualTo(1));
            Assert.That(await new AuthorRepository(file.Database).CountAsync(), Is.Zero);

            if (isCommitted)
            {
                await transaction.CommitAsync();
            }
            else
            {
                await transaction.RollbackAsync();
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Books.CountAsync(), Is.EqualTo(isCommitted ? 2 : 1));
            Assert.That(await new AuthorRepository(file.Database).CountAsync(), Is.EqualTo(isCommitted ? 2 : 0));
            Assert.That(await Books.Authors(1).CountAsync(), Is.EqualTo(isCommitted ? 1 : 0));
        }
    }

    [Test]
    public async Task An_operation_that_fails_takes_back_what_it_did_and_leaves_the_transaction_to_the_others()
    {
        await using (var context = new LibraryContext(file.ConnectionString))
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var books = new LibraryBookRepository(file.Database.Attach(context.Database.GetDbConnection(), transaction.GetDbTransaction()));
            context.Books.Add(new LibraryBook { MainTitle = "Persuasion" });
            await context.SaveChangesAsync();

            Assert.That(async () => await books.Authors(99).CreateAsync(new() { FullName = "Nobody's" }, new()), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await books.CreateAllAsync([new() { MainTitle = "Sanditon" }, new() { Id = 1, MainTitle = "Emma again" }]), Throws.InstanceOf<RelationsException>());

            context.BookAuthors.Add(new BookAuthor { LibraryBookId = 77, AuthorId = 77 });
            Assert.That(async () => await context.SaveChangesAsync(), Throws.TypeOf<DbUpdateException>());
            Assert.That(await books.CountAsync(), Is.EqualTo(2));
            await books.CreateAsync(new() { MainTitle = "Lady Susan" });
            await transaction.CommitAsync();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Books.ToListAsync()).Select(static book => book.MainTitle), Is.EqualTo(["Emma", "Persuasion", "Lady Susan"]));
            Assert.That(await new AuthorRepository(file.Database).CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task Without_a_transaction_each_operation_is_one_of_its_own()
    {
        await using var connection = await file.OpenAsync();
        var books = new LibraryBookRepository(file.Database.Attach(connection));

        Assert.That(async () => await books.Authors(99).CreateAsync(new() { FullName = "Nobody's" }, new()), Throws.TypeOf<ForeignKeyViolationException>());
        await books.Authors(1).CreateAsync(new() { FullName = "Jane Austen" }, new());

        Assert.That(await connection.QueryAsync<string>("SELECT full_name FROM \"AUTHORS\""), Is.EqualTo(["Jane Austen"]));
        Assert.That(await Books.Authors(1).CountAsync(), Is.EqualTo(1), "it was committed at once");
    }

    [Test]
    public async Task A_session_in_a_transaction_ends_with_it([Values] bool isCommitted)
    {
        await using var connection = await file.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var books = new LibraryBookRepository(file.Database.Attach(connection, transaction));
        await books.CreateAsync(new() { MainTitle = "Persuasion" });
        if (isCommitted)
        {
            await transaction.CommitAsync();
        }
        else
        {
            await transaction.RollbackAsync();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await books.CreateAsync(new() { MainTitle = "outside" }), Throws.InvalidOperationException.With.Message.Contains("has ended"));
            Assert.That(async () => await books.ToListAsync(), Throws.InvalidOperationException);
            Assert.That(() => file.Database.Attach(connection, transaction), Throws.ArgumentException.With.Message.Contains("has ended"));
            Assert.That(await Books.CountAsync(), Is.EqualTo(isCommitted ? 2 : 1));
        }
    }

    [Test]
    public async Task Dapper_reads_on_while_a_repository_works_on_its_connection()
    {
        await Books.CreateAllAsync(Enumerable.Range(0, 20).Select(static number => new LibraryBook { MainTitle = $"Book {number}" }));
        await using var connection = await file.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var books = new LibraryBookRepository(file.Database.Attach(connection, transaction));
        var seen = 0;

        await foreach (var id in connection.QueryUnbufferedAsync<int>("SELECT id FROM library_book WHERE id <= 21 ORDER BY id", transaction: transaction))
        {
            Assert.That((await books.Include(b => b.Authors).FindByIdAsync(id)).Authors, Is.Empty);
            await books.PatchByIdAsync(id, new() { ISBN = $"{id}" });
            seen++;
        }

        await transaction.CommitAsync();
        Assert.That(seen, Is.EqualTo(21));
        Assert.That(await Books.Where(b => b.ISBN == "21").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_transaction_of_Relations_locks_the_others_out_until_it_ends()
    {
        await using var connection = await file.OpenAsync();
        connection.DefaultTimeout = 1;
        await using (var transaction = await file.Database.BeginTransactionAsync())
        {
            await Books.In(transaction).CreateAsync(new() { MainTitle = "Persuasion" });

            Assert.That(async () => await connection.ExecuteAsync("DELETE FROM library_book"), Throws.TypeOf<SqliteException>());
            Assert.That(await connection.QuerySingleAsync<int>("SELECT COUNT(*) FROM library_book"), Is.EqualTo(1), "reading does not wait, and sees what was committed");
            await transaction.CommitAsync();
        }

        Assert.That(await connection.ExecuteAsync("DELETE FROM library_book"), Is.EqualTo(2));
    }

    [Test]
    public async Task What_Entity_Framework_stores_Relations_reads_and_the_other_way_round()
    {
        await using var context = new LibraryContext(file.ConnectionString);
        context.Authors.Add(new Author { FullName = "Зоя 🦊" });
        await context.SaveChangesAsync();
        await Books.Authors(1).LinkAsync(1, new() { CreditedAs = "Z" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Books.Include(b => b.Credits).SingleAsync()).Credits.Select(static credit => (credit.Target.FullName, credit.Through.CreditedAs)), Is.EqualTo([("Зоя 🦊", "Z")]));
            Assert.That((await context.BookAuthors.SingleAsync()).CreditedAs, Is.EqualTo("Z"));
            Assert.That((await context.Books.SingleAsync()).ISBN, Is.EqualTo("1"));
        }
    }
}
