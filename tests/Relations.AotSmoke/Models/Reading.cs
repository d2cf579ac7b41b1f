using System.ComponentModel.DataAnnotations;

namespace Relations.AotSmoke.Models;

public enum Urgency
{
    Low,
    High = 7,
}

public readonly record struct Device(string Name);

/// <summary>A column of each type that is stored in a way of its own.</summary>
[Entity]
public partial record Reading(int Id, long Big, bool IsGood, bool? IsSure, char Letter, double Ratio, float Share, decimal Price, decimal? Rebate)
{
    public Urgency Urgency { get; set; }

    public Urgency? OtherUrgency { get; set; }

    public Device Device { get; set; }

    public Device? Spare { get; set; }

    public Guid Token { get; set; }

    public DateTime At { get; set; }

    public DateTimeOffset Moment { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly? Time { get; set; }

    public TimeSpan Length { get; set; }

    [StringLength(20)] // [MaxLength] warns where code is trimmed, on any property: its other use is reflection
    public string? Words { get; set; }

    public byte Small { get; set; }

    [ConcurrencyCheck]
    public int Version { get; set; }
}
