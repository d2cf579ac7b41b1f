using Relations;

namespace Clinic;

/// <summary>A user follows another. A pair follows once at most.</summary>
[Entity(Unique = [nameof(FollowerId), nameof(FolloweeId)])]
public partial class UserLink
{
    public int Id { get; init; }
    public int FollowerId { get; set; }
    public int FolloweeId { get; set; }
}
