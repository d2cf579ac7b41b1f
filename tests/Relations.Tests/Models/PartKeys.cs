using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

// Keys of which foreign keys are a part: of a row below another, and of links that say more than the pair.
[Entity]
public partial class Hotel
{
    [Key]
    public required string Town { get; init; }

    [Key]
    public int Number { get; init; }

    [HasMany]
    public partial IReadOnlyList<Floor> Floors { get; }

    [HasMany(through: typeof(Stay))]
    public partial IReadOnlyList<Lodger> Lodgers { get; }

    [HasMany(through: typeof(Stay))]
    public partial IReadOnlyList<Link<Lodger, Stay>> Stays { get; }
}

[Entity]
public partial class Floor
{
    [Key]
    public string HotelTown { get; init; } = "";

    [Key]
    public int HotelNumber { get; init; }

    [Key]
    public int Level { get; init; }

    public string? Colour { get; set; }

    [BelongsTo]
    public partial Hotel? Hotel { get; }

    [HasMany]
    public partial IReadOnlyList<Chamber> Chambers { get; }
}

[Entity]
public partial class Chamber
{
    public int Id { get; init; }

    public string? FloorHotelTown { get; set; }

    public int? FloorHotelNumber { get; set; }

    public int? FloorLevel { get; set; }

    [BelongsTo]
    public partial Floor? Floor { get; }
}

[Entity]
public partial class Lodger
{
    public Guid Id { get; init; }

    [HasMany(through: typeof(Stay))]
    public partial IReadOnlyList<Hotel> Hotels { get; }
}

[Entity]
public partial class Stay
{
    [Key]
    public string HotelTown { get; set; } = "";

    [Key]
    public int HotelNumber { get; set; }

    [Key]
    public Guid LodgerId { get; set; }

    [Key]
    public DateOnly From { get; set; }

    public int Nights { get; set; } = 1;
}
