namespace Relations.Tests.Models;

// LoopBack's own fixtures: customers with cart items through a link, and with orders of their own.
[Entity]
public partial class Customer
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public int? ParentId { get; set; }

    [HasMany(through: typeof(CustomerCartItemLink))]
    public partial IReadOnlyList<CartItem> CartItems { get; }

    [HasMany]
    public partial IReadOnlyList<Order> Orders { get; }

    [HasMany(KeyTo = nameof(ParentId))]
    public partial IReadOnlyList<Customer> Customers { get; }

    [BelongsTo(KeyFrom = nameof(ParentId))]
    public partial Customer? Parent { get; }

    [HasMany(through: typeof(CustomerPromotionLink), Polymorphic = true)]
    public partial IReadOnlyList<Promotion> Promotions { get; }

    [HasMany(through: typeof(CustomerPromotionLink), Polymorphic = true)]
    public partial IReadOnlyList<Link<Promotion, CustomerPromotionLink>> Grants { get; }
}

[Entity]
public partial class CartItem
{
    public int Id { get; init; }

    public required string Description { get; set; }

    public int? OrderId { get; set; }

    [BelongsTo]
    public partial Order? Order { get; }

    [HasMany(through: typeof(CustomerCartItemLink))]
    public partial IReadOnlyList<Customer> Customers { get; }
}

[Entity]
public partial class CustomerCartItemLink
{
    public int Id { get; init; }

    public int CustomerId { get; set; }

    public int CartItemId { get; set; }

    public string? Description { get; set; }
}

// Its name and those of its properties are words of SQL.
[Entity]
public partial class Order
{
    public int Id { get; init; }

    public required string Description { get; set; }

    public bool IsShipped { get; set; }

    public int? CustomerId { get; set; }

    public string? Group { get; set; }

    public int Select { get; set; }

    [BelongsTo]
    public partial Customer? Customer { get; }

    [HasMany]
    public partial IReadOnlyList<CartItem> Items { get; }
}

[Entity]
public partial class User
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FollowerId), ThroughKeyTo = nameof(UserLink.FolloweeId))]
    public partial IReadOnlyList<User> Users { get; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FolloweeId), ThroughKeyTo = nameof(UserLink.FollowerId))]
    public partial IReadOnlyList<User> Followers { get; }
}

[Entity]
public partial class UserLink
{
    public int Id { get; init; }

    public int FollowerId { get; set; }

    public int FolloweeId { get; set; }

    public string? Description { get; set; }
}
