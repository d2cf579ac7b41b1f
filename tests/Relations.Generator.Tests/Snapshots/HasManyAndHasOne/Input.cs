using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Relations;

namespace HasManyAndHasOne;

[Entity]
public partial class Category
{
    public int Id { get; init; }
    public required string Name { get; set; }
    public int? ParentId { get; set; }

    [BelongsTo(KeyFrom = nameof(ParentId))] public partial Category? Parent { get; }
    [HasMany] public partial IReadOnlyList<Category> Children { get; }
    [HasMany] public partial IReadOnlyList<Product> Products { get; }
}

[Entity]
public partial class Product
{
    public int Id { get; init; }
    public int CategoryId { get; set; }

    [HasOne] public partial Description? Description { get; }
    [BelongsTo] public Category? Category { get; set; }
}

[Entity]
public partial class Description
{
    [Key] public int ProductId { get; init; }
    public required string Text { get; set; }

    [BelongsTo] public partial Product? Product { get; }
}
