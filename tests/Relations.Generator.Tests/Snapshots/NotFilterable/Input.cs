using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Relations;

namespace NotFilterable;

[Entity]
public partial class Account
{
    [NotFilterable]
    public int Id { get; init; }

    public string Name { get; set; } = "";

    [NotFilterable, MaxLength(64)]
    public string? PasswordHash { get; set; }

    [HasMany, NotFilterable]
    public partial IReadOnlyList<Token> Tokens { get; }

    [HasMany(Name = "grants"), NotFilterable]
    public List<Token>? Others { get; set; }
}

[Entity]
public partial class Token
{
    public int Id { get; init; }

    public int AccountId { get; set; }

    [BelongsTo, NotFilterable]
    public partial Account? Account { get; }
}
