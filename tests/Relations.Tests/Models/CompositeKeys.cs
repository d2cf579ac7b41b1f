using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

public readonly record struct DepotId(Guid Value);

// Composite keys at both ends of relations, of types that SQLite stores differently.
[Entity]
public partial class Voucher
{
    [Key, Column(Order = 2)]
    public required string Code { get; init; }

    [Key, Column(Order = 1)]
    public int Number { get; init; }

    public required string Customer { get; set; }

    [HasMany]
    public partial IReadOnlyList<VoucherLine> Lines { get; }

    [HasOne]
    public partial Receipt? Receipt { get; }

    [HasMany(through: typeof(Shipment))]
    public partial IReadOnlyList<Depot> Depots { get; }

    [HasMany(through: typeof(Shipment))]
    public partial IReadOnlyList<Link<Depot, Shipment>> Shipments { get; }

    [HasMany(through: typeof(VoucherStamp))]
    public partial IReadOnlyList<Stamp> Stamps { get; }
}

[Entity]
public partial class VoucherLine
{
    public int Id { get; init; }

    public int? VoucherNumber { get; set; }

    public string? VoucherCode { get; set; }

    public required string Text { get; set; }

    [BelongsTo]
    public partial Voucher? Voucher { get; }
}

// The foreign key is named, and in another order than the columns.
[Entity]
public partial class Receipt
{
    public int Id { get; init; }

    public string? Mark { get; set; }

    public int Year { get; set; }

    [BelongsTo(KeyFrom = "Year, Mark")]
    public partial Voucher? Voucher { get; }
}

[Entity]
public partial class Depot
{
    [Key]
    public DepotId Id { get; init; }

    [Key]
    public Planet Planet { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Shipment))]
    public partial IReadOnlyList<Voucher> Vouchers { get; }
}

[Entity]
public partial class Shipment
{
    public int VoucherNumber { get; set; }

    public required string VoucherCode { get; set; }

    public DepotId DepotId { get; set; }

    public Planet DepotPlanet { get; set; }

    public int Boxes { get; set; } = 1;
}

// One end is a single key, and links are events.
[Entity]
public partial class Stamp
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(VoucherStamp))]
    public partial IReadOnlyList<Voucher> Vouchers { get; }
}

[Entity]
public partial class VoucherStamp
{
    public int Id { get; init; }

    public int Number { get; set; }

    public required string Code { get; set; }

    public int StampId { get; set; }
}

// A self-relation by a composite key, and one through links.
[Entity]
public partial class Square
{
    [Key]
    public int Row { get; init; }

    [Key]
    public int Column { get; init; }

    public int? ParentRow { get; set; }

    public int? ParentColumn { get; set; }

    [BelongsTo(KeyFrom = "ParentRow, ParentColumn")]
    public partial Square? Parent { get; }

    [HasMany(KeyTo = "ParentRow, ParentColumn")]
    public partial IReadOnlyList<Square> Children { get; }

    [HasMany(through: typeof(Move), ThroughKeyFrom = "FromRow, FromColumn", ThroughKeyTo = "ToRow, ToColumn")]
    public partial IReadOnlyList<Square> Reachable { get; }

    [HasMany(through: typeof(Move), ThroughKeyFrom = "ToRow, ToColumn", ThroughKeyTo = "FromRow, FromColumn")]
    public partial IReadOnlyList<Square> ReachableFrom { get; }
}

[Entity]
public partial class Move
{
    public int FromRow { get; set; }

    public int FromColumn { get; set; }

    public int ToRow { get; set; }

    public int ToColumn { get; set; }
}
