using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// A Guid that the database makes, one that users make, and one that is the key of another row.
[Entity]
public partial class Parcel
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public Guid Id { get; init; }

    public Guid? SenderId { get; set; }

    public required string Content { get; set; }

    [BelongsTo]
    public partial Sender? Sender { get; }

    [HasMany(through: typeof(ParcelHandling))]
    public partial IReadOnlyList<Handling> Handlings { get; }
}

[Entity]
public partial class Sender
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    [HasMany]
    public partial IReadOnlyList<Parcel> Parcels { get; }

    [HasOne]
    public partial SenderAddress? Address { get; }
}

[Entity]
public partial class SenderAddress
{
    [Key]
    public Guid SenderId { get; init; }

    public required string Street { get; set; }

    [BelongsTo]
    public partial Sender? Sender { get; }
}

[Entity]
public partial class Handling
{
    public Guid Id { get; init; }

    public required string Text { get; set; }
}

[Entity]
public partial class ParcelHandling
{
    public Guid ParcelId { get; set; }

    public Guid HandlingId { get; set; }
}
