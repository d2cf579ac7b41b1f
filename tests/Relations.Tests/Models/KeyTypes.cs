using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

public enum Planet : byte
{
    Mercury = 1,
    Earth = 3,
    Neptune = 200,
}

// A source whose targets have keys of every kind.
// A key with a fraction, of any magnitude.
[Entity]
public partial class Pitch
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public double Id { get; init; }

    public float Narrow { get; set; }

    [HasMany(through: typeof(Interval), ThroughKeyFrom = nameof(Interval.LowId), ThroughKeyTo = nameof(Interval.HighId))]
    public partial IReadOnlyList<Pitch> Above { get; }
}

[Entity]
public class Interval
{
    public double LowId { get; set; }

    public double HighId { get; set; }
}

[Entity]
public partial class Traveller
{
    public long Id { get; init; }

    public string? Serial { get; set; }

    public DateOnly? Born { get; set; }

    [HasMany(through: typeof(Landing))]
    public partial IReadOnlyList<World> Worlds { get; }

    [HasMany(through: typeof(Holiday))]
    public partial IReadOnlyList<Feast> Feasts { get; }

    [HasMany(through: typeof(Payment))]
    public partial IReadOnlyList<Coin> Coins { get; }

#pragma warning disable REL0114 // the schema makes this key unique, declared or not: here it is not
    [HasMany(KeyFrom = nameof(Serial), KeyTo = nameof(Suitcase.OwnerSerial))]
    public partial IReadOnlyList<Suitcase> Suitcases { get; }

    [HasMany(through: typeof(Tagging), KeyFrom = nameof(Serial), ThroughKeyFrom = nameof(Tagging.TravellerSerial))]
    public partial IReadOnlyList<Sticker> Stickers { get; }
#pragma warning restore REL0114
}

[Entity]
public partial class World
{
    [Key]
    public Planet Planet { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Landing))]
    public partial IReadOnlyList<Traveller> Travellers { get; }
}

[Entity]
public partial class Landing
{
    public long TravellerId { get; set; }

    public Planet WorldPlanet { get; set; }

    public Mood? Mood { get; set; }
}

[Entity]
public partial class Feast
{
    [Key]
    public DateOnly Day { get; init; }

    public required string Name { get; set; }
}

[Entity]
public partial class Holiday
{
    public int Id { get; init; }

    public long TravellerId { get; set; }

    public DateOnly FeastDay { get; set; }
}

[Entity]
public partial class Coin
{
    [Key]
    public decimal Value { get; init; }

    public char Symbol { get; set; }
}

[Entity]
public partial class Payment
{
    public int Id { get; init; }

    public long TravellerId { get; set; }

    public decimal CoinValue { get; set; }
}

[Entity]
public partial class Suitcase
{
    public Guid Id { get; init; }

    public string? OwnerSerial { get; set; }

    public uint Weight { get; set; }
}

[Entity]
public partial class Sticker
{
    public int Id { get; init; }

    public required string Text { get; set; }
}

[Entity]
public partial class Tagging
{
    public int Id { get; init; }

    public required string TravellerSerial { get; set; }

    public int StickerId { get; set; }
}
