using System.Collections.Generic;
using Relations;

namespace Shop;

/// <summary>Somebody who buys.</summary>
[Entity]
public partial class Customer
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What the customer gets for less.</summary>
    [HasMany(through: typeof(CustomerPromotionLink), Polymorphic = true)]
    public partial IReadOnlyList<Promotion> Promotions { get; }

    [HasMany(through: typeof(CustomerPromotionLink), Polymorphic = true)]
    public partial IReadOnlyList<Link<Promotion, CustomerPromotionLink>> Grants { get; }
}

/// <summary>What all promotions have.</summary>
public abstract class Promotion
{
    public int Id { get; init; }

    public required string Title { get; set; }
}

/// <summary>Nothing to pay for delivery.</summary>
[Entity]
public partial class FreeDelivery : Promotion
{
    public required string Area { get; set; }

    [BelongsTo(KeyFrom = nameof(Courier))]
    public partial Customer? By { get; }

    public int? Courier { get; set; }

    /// <summary>The other direction: links to free deliveries alone.</summary>
    [HasMany(through: typeof(CustomerPromotionLink), ThroughKeyFrom = nameof(CustomerPromotionLink.PromotionId))]
    public partial IReadOnlyList<Customer> Customers { get; }
}

/// <summary>A discount.</summary>
[Entity, Discriminator("half")]
public class HalfPrice : Promotion
{
    public int Percent { get; set; }
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

public interface ITopic
{
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

    [HasOne(Polymorphic = true, KeyTo = nameof(Comment.TopicId))]
    public partial Comment? Caption { get; }
}

[Entity]
public partial class Comment
{
    public int Id { get; init; }

    public int TopicId { get; set; }

    public required string TopicType { get; set; }

    [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId))]
    public partial ITopic? Topic { get; }
}
