using System.Collections.Generic;
using Relations;

namespace SelfThrough;

[Entity]
public partial class User
{
    public long Id { get; init; }
    public required string Name { get; set; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FollowerId), ThroughKeyTo = nameof(UserLink.FolloweeId))]
    public partial IReadOnlyList<User> Follows { get; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FolloweeId), ThroughKeyTo = nameof(UserLink.FollowerId))]
    public partial IReadOnlyList<User> Followers { get; }
}

[Entity]
public partial class UserLink
{
    public long FollowerId { get; set; }
    public long FolloweeId { get; set; }
    public string? Description { get; set; }
}
