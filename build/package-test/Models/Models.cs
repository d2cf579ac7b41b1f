using Relations;

namespace Library;

/// <summary>A book.</summary>
[Entity]
public partial class Book
{
    /// <summary>The key.</summary>
    public int Id { get; init; }

    /// <summary>What the cover says.</summary>
    public required string Title { get; set; }

    /// <summary>Who wrote it.</summary>
    [HasMany(through: typeof(Authorship))]
    public partial IReadOnlyList<Author> Authors { get; }
}

/// <summary>An author.</summary>
[Entity]
public partial record Author
{
    /// <summary>The key.</summary>
    public int Id { get; init; }

    /// <summary>The name on the cover.</summary>
    public required string Name { get; set; }

    /// <summary>What the author wrote, with the share in each.</summary>
    [HasMany(through: typeof(Authorship))]
    public partial IReadOnlyList<Link<Book, Authorship>> Books { get; }
}

/// <summary>That an author wrote a book.</summary>
[Entity]
public partial class Authorship
{
    /// <summary>The key.</summary>
    public int Id { get; init; }

    /// <summary>The book.</summary>
    public int BookId { get; set; }

    /// <summary>The author.</summary>
    public int AuthorId { get; set; }

    /// <summary>Percent.</summary>
    public decimal Share { get; set; }
}
