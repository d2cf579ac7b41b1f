using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations.Interop.Models;

namespace Relations.Interop.Tests
{
    // The program's own entities: they relate to those of the models' assembly, which knows nothing of them.
    [Entity]
    public partial class Reader
    {
        public int Id { get; init; }

        public required string CardName { get; set; }

        public int? FavouriteId { get; set; }

        [HasMany(through: typeof(Loan))]
        public partial IReadOnlyList<LibraryBook> Books { get; }

        [BelongsTo(KeyFrom = nameof(FavouriteId))]
        public partial LibraryBook? Favourite { get; }
    }

    [Entity]
    public partial class Loan
    {
        public int ReaderId { get; set; }

        public int LibraryBookId { get; set; }

        public DateOnly? Until { get; set; }
    }

    /// <summary>Relates to an entity that is internal to the models' assembly, and is internal as that one is.</summary>
    [Entity]
    internal sealed partial class Repair
    {
        public int Id { get; init; }

        public int ShelfMarkId { get; set; }

        [BelongsTo]
        public partial ShelfMark? ShelfMark { get; }
    }

    /// <summary>A row that tells by a text whether it was changed, which is not supported.</summary>
    [Entity]
    public class Revision
    {
        public int Id { get; init; }

#pragma warning disable REL0008 // its test
        [ConcurrencyCheck]
        public string Hash { get; set; } = "";
#pragma warning restore REL0008
    }

    /// <summary>As Entity Framework has it on SQL Server, which is not supported.</summary>
    [Entity]
    public class RowVersion
    {
        public int Id { get; init; }

        public string? Text { get; set; }

#pragma warning disable REL0008 // its test
        [Timestamp]
        public byte[] Version { get; set; } = [];
#pragma warning restore REL0008
    }

    [Entity]
    public class Stamped
    {
        public int Id { get; init; }

        public string? Text { get; set; }

        [Timestamp]
        public long Version { get; set; }
    }

    [Entity]
    public class Invoice
    {
        public int Id { get; init; }

        public int Net { get; set; }

        public int Tax { get; set; }

        [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
        public int Gross { get; init; }
    }
}

// Two namespaces, and an entity in each, that differ in nothing but case.
namespace Relations.Interop.Tests.Stock
{
    [Entity]
    [Table("stock_item")]
    public class Item
    {
        public int Id { get; init; }

        public string? Name { get; set; }
    }
}

namespace Relations.Interop.Tests.STOCK
{
    [Entity]
    [Table("other_item")]
    public class Item
    {
        public int Id { get; init; }

        public string? Label { get; set; }
    }
}
