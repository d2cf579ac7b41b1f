using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace CustomKeys;

[Entity]
[Table("books", Schema = "library")]
public partial class Book
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Id { get; init; }
    [Unique, MaxLength(13)] public required string Isbn { get; set; }
    [Unique] public Guid? Shelfmark { get; set; }

    [HasMany(through: typeof(Authorship), KeyFrom = nameof(Isbn), Name = "writers")]
    public partial IReadOnlyList<Author> Authors { get; }

    [HasMany(KeyFrom = nameof(Shelfmark), KeyTo = nameof(Copy.Mark))]
    public partial IReadOnlyList<Copy> Copies { get; }
}

[Entity(Unique = new[] { nameof(FirstName), nameof(LastName) })]
public partial class Author
{
    public Guid Id { get; init; }
    [Column("first_name")] public required string FirstName { get; set; }
    [Column("last_name")] public required string LastName { get; set; }
    [Unique] public required string Pseudonym { get; set; }

    [HasMany(through: typeof(Authorship), ThroughKeyTo = nameof(Authorship.BookIsbn), KeyTo = nameof(Book.Isbn), ThroughKeyFrom = nameof(Authorship.AuthorId))]
    public partial IReadOnlyList<Book> Books { get; }
}

[Entity]
public partial class Authorship
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public Guid Id { get; init; }
    public required string BookIsbn { get; set; }
    public Guid AuthorId { get; set; }
    [Timestamp] public byte[]? Version { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)] public DateTime SignedAt { get; set; }
    public bool IsFirst { get; set; } = true;

    [BelongsTo(KeyTo = nameof(Book.Isbn))] public partial Book? Book { get; }
    [BelongsTo, ForeignKey(nameof(AuthorId))] public partial Author? Writer { get; }
}

[Entity]
public partial class Copy
{
    public int CopyId { get; init; }
    public Guid Mark { get; set; }
}
