namespace Relations.Tests.Models;

// Both keys of a link refer to rows of several types: who was awarded, and what. The link has no key of its own.
public interface IAwarded
{
    int Id { get; }
}

[Entity]
public partial class Player : IAwarded
{
    public int Id { get; init; }

    [HasMany(through: typeof(AwardGrant), ThroughKeyFrom = nameof(AwardGrant.HolderId), Polymorphic = true)]
    public partial IReadOnlyList<Award> Awards { get; }
}

[Entity]
public partial class Squad : IAwarded
{
    public int Id { get; init; }

    [HasMany(through: typeof(AwardGrant), ThroughKeyFrom = nameof(AwardGrant.HolderId), Polymorphic = true)]
    public partial IReadOnlyList<Award> Awards { get; }
}

public abstract class Award
{
    public int Id { get; init; }

    public required string Title { get; set; }
}

[Entity]
public partial class Ribbon : Award;

[Entity]
public partial class Plaque : Award;

[Entity]
public partial class AwardGrant
{
    public int HolderId { get; set; }

    public required string HolderType { get; set; }

    public int AwardId { get; set; }

    public required string AwardType { get; set; }

    public string? Reason { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(HolderId), Discriminator = nameof(HolderType))]
    public partial IAwarded? Holder { get; }
}
