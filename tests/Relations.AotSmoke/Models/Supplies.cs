namespace Relations.AotSmoke.Models;

// A ward's supplies are of two types, each in a table of its own.
public abstract class Supply
{
    public int Id { get; init; }

    public required string Title { get; set; }
}

[Entity]
public partial class Medicine : Supply
{
    public decimal Dose { get; set; }

    [HasMany(through: typeof(Stock), ThroughKeyFrom = nameof(Stock.SupplyId))]
    public partial IReadOnlyList<Ward> Wards { get; }

    [HasMany(Polymorphic = true, KeyTo = nameof(Remark.SubjectId))]
    public partial IReadOnlyList<Remark> Remarks { get; }
}

[Entity, Discriminator("tool")]
public partial class Instrument : Supply
{
    public int? OwnerId { get; set; }

    [BelongsTo(KeyFrom = nameof(OwnerId))]
    public partial Clinic.Doctor? Owner { get; }
}

[Entity]
public partial class Stock
{
    public int Id { get; init; }

    public WardId WardId { get; set; }

    public int SupplyId { get; set; }

    public required string SupplyType { get; set; }

    public int Amount { get; set; }
}

/// <summary>A foreign key that refers to several types.</summary>
[Entity]
public partial class Remark
{
    public int Id { get; init; }

    public int SubjectId { get; set; }

    public required string SubjectType { get; set; }

    public required string Words { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(SubjectId), Discriminator = nameof(SubjectType))]
    public partial Supply? Subject { get; }
}
