using System.Text.Json.Serialization;

namespace Relations.Tests.Models;

// Links with initial values of their own, and links whose constructor refuses what is no key.
[Entity]
public partial class Troupe
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Engagement))]
    public partial IReadOnlyList<Hall> Halls { get; }

    [HasMany(through: typeof(Rehearsal))]
    public partial IReadOnlyList<Hall> Stages { get; }
}

[Entity]
public partial class Hall
{
    public int Id { get; init; }

    public required string Name { get; set; }
}

[Entity(Unique = [nameof(TroupeId), nameof(HallId)])]
public partial class Engagement
{
    private static int last;

    public Guid Id { get; init; } = Guid.NewGuid();

    public int TroupeId { get; set; }

    public int HallId { get; set; }

    [Unique]
    public int Number { get; init; } = Interlocked.Increment(ref last);

    public string? Note { get; set; } = Guid.NewGuid().ToString();

    public DateTime Agreed { get; set; } = new DateTime(2026, 1, 1).AddDays(Interlocked.Increment(ref last));

    [JsonPropertyName("comment")]
    public string? Remark { get; set; }
}

[Entity]
public partial class Rehearsal
{
    public Rehearsal(int troupeId, int hallId, int hours = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(troupeId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hallId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hours);
        (TroupeId, HallId, Hours) = (troupeId, hallId, hours);
        Label = $"{troupeId}-{hallId}";
    }

    public int TroupeId { get; }

    public int HallId { get; }

    public int Hours { get; }

    public string Label { get; set; }
}
