using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

// LoopBack's polymorphic fixture: a customer's promotions are of two types, each in a table of its own.
public abstract class Promotion
{
    public int Id { get; init; }

    public required string Title { get; set; }

    public decimal? Worth { get; set; }
}

[Entity]
public partial class FreeDelivery : Promotion
{
    public string? Area { get; set; }

    [HasMany]
    public partial IReadOnlyList<Courier> Couriers { get; }

    // The other direction of a relation to several types: links to free deliveries alone.
    [HasMany(through: typeof(CustomerPromotionLink), ThroughKeyFrom = nameof(CustomerPromotionLink.PromotionId))]
    public partial IReadOnlyList<Customer> Customers { get; }
}

[Entity, Discriminator("half")]
public partial class HalfPrice : Promotion
{
    public int Percent { get; set; }

    public int? SponsorId { get; set; }

    [BelongsTo(KeyFrom = nameof(SponsorId))]
    public partial Customer? Sponsor { get; }
}

[Entity]
public class Courier
{
    public int Id { get; init; }

    public int FreeDeliveryId { get; set; }

    public required string Name { get; set; }
}

[Entity]
public class CustomerPromotionLink
{
    public int Id { get; init; }

    public int CustomerId { get; set; }

    public int PromotionId { get; set; }

    public required string PromotionType { get; set; }

    public string? Description { get; set; }
}

// A pair without a key of its own: customer, promotion and its type are its key. The base type is no entity, but could be made.
public class Prize
{
    public required string Name { get; set; }
}

[Entity]
public class Cup : Prize
{
    [Key]
    public required string Code { get; init; }
}

[Entity]
public class Medal : Prize
{
    [Key]
    public required string Code { get; init; }
}

[Entity]
public partial class Winner
{
    [Key]
    public required Guid Number { get; init; }

    [HasMany(through: typeof(Win), Polymorphic = true, Targets = [typeof(Medal), typeof(Cup)])]
    public partial IReadOnlyList<Prize> Prizes { get; }

    // The same links, whose types are named in another order.
    [HasMany(through: typeof(Win), Polymorphic = true, Targets = [typeof(Cup), typeof(Medal)])]
    public partial IReadOnlyList<Prize> Honours { get; }
}

[Entity]
public class Win
{
    public Guid WinnerNumber { get; set; }

    public required string PrizeCode { get; set; }

    public required string PrizeType { get; set; }
}

// A foreign key that refers to several types, from both of its ends.
public interface ITopic
{
    int Id { get; }

    string Title { get; }
}

[Entity]
public partial class Post : ITopic
{
    public int Id { get; init; }

    public required string Title { get; set; }

    [HasMany(Polymorphic = true, KeyTo = nameof(Comment.TopicId))]
    public partial IReadOnlyList<Comment> Comments { get; }
}

[Entity]
public partial class Photo : ITopic
{
    public int Id { get; init; }

    public required string Title { get; set; }

    public int Width { get; set; }

    [HasOne(Polymorphic = true, KeyTo = nameof(Comment.TopicId))]
    public partial Comment? Caption { get; }
}

[Entity]
public partial class Comment
{
    public int Id { get; init; }

    public int? TopicId { get; set; }

    public string? TopicType { get; set; }

    public required string Text { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId))]
    public partial ITopic? Topic { get; }
}
