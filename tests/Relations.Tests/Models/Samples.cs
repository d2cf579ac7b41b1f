namespace Relations.Tests.Models;

public enum Mood
{
    Calm,
    Glad = 5,
    Cross = -3,
}

/// <summary>One column of each type, once as a value that is always there and once as one that may be null.</summary>
[Entity]
public partial class Sample
{
    public int Id { get; init; }

    public int Number { get; set; }

    public int? Maybe { get; set; }

    public long Big { get; set; }

    public string Name { get; set; } = "";

    public string? Text { get; set; }

    public bool Active { get; set; }

    public bool? Answer { get; set; }

    public Mood Mood { get; set; }

    public Mood? OtherMood { get; set; }

    public decimal Price { get; set; }

    public decimal? Rebate { get; set; }

    public double Ratio { get; set; }

    public DateTime At { get; set; }

    public DateTimeOffset Moment { get; set; }

    public DateTimeOffset? OtherMoment { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly Time { get; set; }

    public TimeSpan Length { get; set; }

    public Guid Token { get; set; }

    [HasMany]
    public partial IReadOnlyList<Part> Parts { get; }

    [HasMany(through: typeof(Marking))]
    public partial IReadOnlyList<Mark> Marks { get; }

    [HasMany(through: typeof(Marking))]
    public partial IReadOnlyList<Link<Mark, Marking>> Markings { get; }
}

[Entity]
public partial class Part
{
    public int Id { get; init; }

    public int SampleId { get; set; }

    public int? Size { get; set; }

    public string? Label { get; set; }

    [BelongsTo]
    public partial Sample? Sample { get; }
}

[Entity]
public partial class Mark
{
    public int Id { get; init; }

    public string? Name { get; set; }

    public int Rank { get; set; }

    [HasMany(through: typeof(Marking))]
    public partial IReadOnlyList<Sample> Samples { get; }
}

[Entity]
public partial class Marking
{
    public int Id { get; init; }

    public int SampleId { get; set; }

    public int MarkId { get; set; }

    public int Weight { get; set; }

    public decimal? Cost { get; set; }

    public string? Note { get; set; }
}

/// <summary>The rarer types of columns.</summary>
[Entity]
public partial class Oddity
{
    public long Id { get; init; }

    public sbyte Tiny { get; set; }

    public byte Octet { get; set; }

    public short Short { get; set; }

    public ushort UShort { get; set; }

    public uint UInt { get; set; }

    public ulong ULong { get; set; }

    public float Single { get; set; }

    public double? Double { get; set; }

    public char Letter { get; set; }

    public char? OtherLetter { get; set; }

    public byte[] Bytes { get; set; } = [];

    public byte[]? OtherBytes { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    public Guid? Token { get; set; }

    public TimeSpan? Length { get; set; }
}
