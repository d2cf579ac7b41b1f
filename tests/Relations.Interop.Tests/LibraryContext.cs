using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Relations.Interop.Models;

namespace Relations.Interop.Tests;

/// <summary>The same classes as Entity Framework Core maps them, to the same tables.</summary>
internal sealed class LibraryContext(string connectionString) : DbContext
{
    public DbSet<LibraryBook> Books => Set<LibraryBook>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<BookAuthor> BookAuthors => Set<BookAuthor>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options
        .UseSqlite(connectionString)
        .ConfigureWarnings(static warnings => warnings.Ignore(SqliteEventId.SchemaConfiguredWarning));

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<LibraryBook>(static book =>
        {
            book.ToTable("library_book");
            book.Property(static b => b.Id).HasColumnName("id");
            book.Property(static b => b.MainTitle).HasColumnName("main_title");
            book.Property(static b => b.ISBN).HasColumnName("isbn");
            book.Ignore(static b => b.Authors).Ignore(static b => b.Credits);
        });
        model.Entity<Author>(static author =>
        {
            author.Property(static a => a.Id).HasColumnName("id");
            author.Property(static a => a.FullName).HasColumnName("full_name");
            author.Ignore(static a => a.Books);
        });
        model.Entity<BookAuthor>(static link =>
        {
            link.ToTable("book_author");
            link.HasKey(static l => new { l.LibraryBookId, l.AuthorId });
            link.Property(static l => l.LibraryBookId).HasColumnName("library_book_id");
            link.Property(static l => l.AuthorId).HasColumnName("author_id");
            link.Property(static l => l.CreditedAs).HasColumnName("credited_as");
        });
    }
}
