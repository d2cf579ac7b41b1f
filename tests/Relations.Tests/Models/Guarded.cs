using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

// A row that tells whether it was changed since it was read.
[Entity]
public partial class Draft
{
    public int Id { get; init; }

    public string? Title { get; set; }

    public string? Body { get; set; }

    [ConcurrencyCheck]
    public int Version { get; set; }

    [ConcurrencyCheck]
    public long? Stamp { get; set; }
}

// A record whose constructor wants the token.
[Entity]
public sealed partial record Minute(int Id, string Text, [property: ConcurrencyCheck] int Version);

// A key that is bytes.
[Entity]
public partial class Fingerprint
{
    [Key]
    public required byte[] Hash { get; init; }

    [HasMany]
    public partial IReadOnlyList<Sighting> Sightings { get; }
}

[Entity]
public partial class Sighting
{
    public int Id { get; init; }

    public byte[]? FingerprintHash { get; set; }
}

/// <summary>A token of each type that is smaller than most.</summary>
[Entity]
public partial class Turn
{
    public int Id { get; init; }

    public string? Text { get; set; }

    [ConcurrencyCheck]
    public sbyte Signed { get; set; }

    [ConcurrencyCheck]
    public byte Tiny { get; set; }

    [ConcurrencyCheck]
    public short Small { get; set; }

    [ConcurrencyCheck]
    public ushort Middle { get; set; }

    [ConcurrencyCheck]
    public uint Large { get; set; }

    [ConcurrencyCheck]
    public ulong Huge { get; set; }

    [ConcurrencyCheck]
    public int? Maybe { get; set; }
}

/// <summary>Nothing but its key and its token: what is written together with others takes turns by it.</summary>
[Entity]
public partial class Turnstile
{
    public int Id { get; init; }

    [ConcurrencyCheck]
    public int Version { get; set; }
}
