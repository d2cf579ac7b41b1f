using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.AspNetCore.Tests.Models;

// A club: keys of strong types, of an enum and of several parts; rewards of two types.
public readonly record struct MemberId(int Value);

public readonly record struct SeatCode(string Text);

public readonly record struct Standing(Rank Rank);

public enum Rank
{
    Bronze = 1,
    Silver = 2,
    Gold = 3,
}

[Entity]
public partial class Member
{
    public MemberId Id { get; init; }

    [MaxLength(20)]
    public required string Name { get; set; }

    public MemberId? MentorId { get; set; }

    public Standing Standing { get; set; } = new(Rank.Bronze);

    [BelongsTo(KeyFrom = nameof(MentorId))]
    public partial Member? Mentor { get; }

    [HasMany(KeyTo = nameof(MentorId))]
    public partial IReadOnlyList<Member> Pupils { get; }

    [HasMany(through: typeof(Grant), Polymorphic = true)]
    public partial IReadOnlyList<Reward> Rewards { get; }

    [HasMany(through: typeof(Grant), Polymorphic = true)]
    public partial IReadOnlyList<Link<Reward, Grant>> Grants { get; }
}

public abstract class Reward
{
    public int Id { get; init; }

    [MaxLength(20)]
    public required string Title { get; set; }

    public decimal? Worth { get; set; }
}

[Entity]
public partial class Delivery : Reward
{
    public string? Area { get; set; }

    [HasMany]
    public partial IReadOnlyList<Courier> Couriers { get; }
}

[Entity, Discriminator("half")]
public partial class HalfPrice : Reward
{
    public int Percent { get; set; }
}

[Entity]
public class Courier
{
    public int Id { get; init; }

    public int DeliveryId { get; set; }

    public required string Name { get; set; }
}

[Entity]
public class Grant
{
    public int Id { get; init; }

    public MemberId MemberId { get; set; }

    public int RewardId { get; set; }

    public required string RewardType { get; set; }

    public string? Note { get; set; }
}

[Entity]
public class Tier
{
    [Key]
    public required Rank Rank { get; init; }

    public required string Name { get; set; }
}

[Entity]
public partial class Seat
{
    [Key]
    public required SeatCode Row { get; init; }

    [Key]
    public required int Number { get; init; }

    public MemberId? HolderId { get; set; }

    [BelongsTo(KeyFrom = nameof(HolderId))]
    public partial Member? Holder { get; }
}

// What a note is about: a member's delivery, or a half price.
[Entity]
public partial class Remark
{
    public int Id { get; init; }

    public int? AboutId { get; set; }

    public string? AboutType { get; set; }

    public required string Text { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(AboutId), Discriminator = nameof(AboutType))]
    public partial Reward? About { get; }
}

public readonly record struct CrateId(Guid Value);

[Flags]
public enum Care
{
    None = 0,
    Heavy = 1,
    Fragile = 2,
    Hot = 4,
}

// A key that the client makes, flags, enums that may be null and some by name, small integers, a value that the database computes, and a token.
[Entity]
public partial class Crate
{
    public CrateId Id { get; init; }

    public Care Care { get; set; }

    public Rank? Rank { get; set; }

    [Column(TypeName = "text")]
    public Care? Label { get; set; }

    [Column(TypeName = "text")]
    public Rank? Grade { get; set; }

    public byte Shelf { get; set; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public int? Weight { get; private set; }

    [ConcurrencyCheck]
    public int Version { get; set; }
}
