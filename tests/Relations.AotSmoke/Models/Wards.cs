using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.AotSmoke.Models;

// Keys of all kinds: a strong type that the database makes, a composite key with a strong type in it, and one of the client.
public readonly record struct WardId(int Value);

[Entity]
public partial class Ward
{
    public WardId Id { get; init; }

    public required string Name { get; set; }

    [HasMany]
    public partial IReadOnlyList<Bed> Beds { get; }

    [HasMany(through: typeof(Stock), Polymorphic = true)]
    public partial IReadOnlyList<Supply> Supplies { get; }
}

[Entity]
public partial class Bed
{
    [Key, Column(Order = 1)]
    public WardId WardId { get; init; }

    [Key, Column(Order = 2)]
    public required string Letter { get; init; }

    [BelongsTo]
    public partial Ward? Ward { get; }

    [HasMany(through: typeof(Duty))]
    public partial IReadOnlyList<Nurse> Nurses { get; }
}

[Entity]
public partial record Nurse
{
    [Key]
    public required Guid Number { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Duty))]
    public partial IReadOnlyList<Bed> Beds { get; }

    [HasOne]
    public partial Locker? Locker { get; }
}

/// <summary>A nurse looks after a bed. A pair without a key of its own: nurse and bed are its key.</summary>
[Entity]
public partial class Duty
{
    public Guid NurseNumber { get; set; }

    public WardId BedWardId { get; set; }

    public required string BedLetter { get; set; }

    public DateOnly? Since { get; set; }
}

[Entity]
public partial class Locker
{
    public int Id { get; init; }

    [Unique]
    public Guid NurseNumber { get; set; }

    public int Code { get; set; }
}
