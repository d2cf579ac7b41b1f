using Relations;

namespace Clinic;

[Entity]
public partial class User
{
    public int Id { get; init; }
    public required string Name { get; set; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FolloweeId), ThroughKeyTo = nameof(UserLink.FollowerId))]
    public partial IReadOnlyList<User> Followers { get; }

    [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FollowerId), ThroughKeyTo = nameof(UserLink.FolloweeId))]
    public partial IReadOnlyList<User> Followees { get; }
}
