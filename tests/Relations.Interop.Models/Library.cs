using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Interop.Models;

[Entity]
public partial class LibraryBook
{
    public int Id { get; init; }

    public required string MainTitle { get; set; }

    public string? ISBN { get; set; }

    /// <summary>Called as it always was.</summary>
    [Column("YearOfPrint")]
    public int? Printed { get; set; }

    [HasMany(through: typeof(BookAuthor))]
    public partial IReadOnlyList<Author> Authors { get; }

    [HasMany(through: typeof(BookAuthor))]
    public partial IReadOnlyList<Link<Author, BookAuthor>> Credits { get; }

    [HasMany]
    internal partial IReadOnlyList<ShelfMark> ShelfMarks { get; }
}

[Entity]
[Table("AUTHORS", Schema = "Archive")]
public partial class Author
{
    public int Id { get; init; }

    public required string FullName { get; set; }

    [HasMany(through: typeof(BookAuthor))]
    public partial IReadOnlyList<LibraryBook> Books { get; }
}

[Entity]
public partial class BookAuthor
{
    public int LibraryBookId { get; set; }

    public int AuthorId { get; set; }

    [MaxLength(20)]
    public string? CreditedAs { get; set; }
}

/// <summary>Where a book stands; nobody's business but the library's.</summary>
[Entity]
internal sealed partial class ShelfMark
{
    public int Id { get; init; }

    public int LibraryBookId { get; set; }

    public required string RoomNumber { get; set; }

    [BelongsTo]
    public partial LibraryBook? LibraryBook { get; }
}
