using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Relations;

namespace Nullability;

[Entity]
public partial class Team
{
    public int? Id { get; set; }
    public string? Motto { get; set; }
    [Required] public string? Name { get; set; }
    [Required] public int? Founded { get; set; }

    [HasMany] public partial IReadOnlyList<Player>? Players { get; }
    [HasMany] public partial Player[] Squad { get; }
    [HasMany] public partial IEnumerable<Player>? Bench { get; set; }
    [HasMany] public List<Player>? Everyone { get; set; }
}

[Entity]
public partial class Player
{
    public int Id { get; set; }
    public int TeamId { get; set; }
    public int? CaptainId { get; set; }

    [BelongsTo] public partial Team Team { get; }
    [BelongsTo(KeyFrom = nameof(CaptainId))] public partial Player? Captain { get; }
}

#nullable disable
[Entity]
public partial class Stadium
{
    public int Id { get; set; }
    public string Name { get; set; }
    [Required] public string City { get; set; }
    public byte[] Plan { get; set; }
    public int TeamId { get; set; }

    [BelongsTo] public partial Team Team { get; }
    [HasMany(KeyFrom = nameof(TeamId), KeyTo = nameof(Player.TeamId))] public partial IReadOnlyList<Player> Players { get; }
}
