using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

/// <summary>What may have keywords.</summary>
public interface IIndexed
{
    int Id { get; }
}

[Entity]
public partial class Keyword
{
    public int Id { get; init; }
    public required string Text { get; set; }
}

/// <summary>Links a keyword to something that has it; the through model itself says that this is of several types.</summary>
[Entity]
public partial class KeywordUse
{
    [Key]
    public int KeywordId { get; set; }

    [Key]
    public int OwnerId { get; set; }

    [Key]
    public required string OwnerType { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(OwnerId), Discriminator = nameof(OwnerType))]
    public partial IIndexed? Owner { get; }
}

[Entity]
public partial class Essay : IIndexed
{
    public int Id { get; init; }
    public required string Title { get; set; }

    [HasMany(through: typeof(KeywordUse), ThroughKeyFrom = nameof(KeywordUse.OwnerId))]
    public partial IReadOnlyList<Keyword> Keywords { get; }
}

[Entity]
public partial class Scan : IIndexed
{
    public int Id { get; init; }
    public required string Title { get; set; }

    [HasMany(through: typeof(KeywordUse), ThroughKeyFrom = nameof(KeywordUse.OwnerId))]
    public partial IReadOnlyList<Keyword> Keywords { get; }
}

/// <summary>Links a keyword to something that has it; that this is of several types is said by their own relations to the links.</summary>
[Entity]
public partial class Badge
{
    public int Id { get; init; }
    public int KeywordId { get; set; }
    public int BearerId { get; set; }
    public required string BearerType { get; set; }
}

[Entity]
public partial class Guard
{
    public int Id { get; init; }

    [HasMany(Polymorphic = true, KeyTo = nameof(Badge.BearerId))]
    public partial IReadOnlyList<Badge> Badges { get; }

    [HasMany(through: typeof(Badge), ThroughKeyFrom = nameof(Badge.BearerId))]
    public partial IReadOnlyList<Keyword> Keywords { get; }
}

[Entity]
public partial class Visitor
{
    public int Id { get; init; }

    [HasMany(Polymorphic = true, KeyTo = nameof(Badge.BearerId))]
    public partial IReadOnlyList<Badge> Badges { get; }

    [HasMany(through: typeof(Badge), ThroughKeyFrom = nameof(Badge.BearerId))]
    public partial IReadOnlyList<Keyword> Keywords { get; }
}
