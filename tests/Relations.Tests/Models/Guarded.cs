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
