using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.ManyServers.Models;

/// <summary>Readers and their loans are in parts by the reader's key; books are on one server.</summary>
[Entity]
[Table("Reader", Schema = "library")]
public partial class Reader
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Loan))]
    public partial IReadOnlyList<Book> Books { get; }

    [HasMany(through: typeof(Loan))]
    public partial IReadOnlyList<Link<Book, Loan>> Loans { get; }

    [HasMany]
    public partial IReadOnlyList<Fine> Fines { get; }
}

[Entity]
[Table("Book", Schema = "library")]
public partial class Book
{
    public int Id { get; init; }

    public required string Title { get; set; }

    [HasMany(through: typeof(Loan))]
    public partial IReadOnlyList<Reader> Readers { get; }
}

[Entity]
[Table("Loan", Schema = "library")]
public partial class Loan
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public Guid Id { get; init; }

    public int ReaderId { get; set; }

    public int BookId { get; set; }

    public DateOnly Due { get; set; }
}

[Entity]
[Table("Fine", Schema = "library")]
public partial class Fine
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public Guid Id { get; init; }

    public int ReaderId { get; set; }

    public decimal Amount { get; set; }

    [BelongsTo]
    public partial Reader? Reader { get; }
}
