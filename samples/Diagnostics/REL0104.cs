// Both ends of a relation use the same foreign key.
namespace Diagnostics.REL0104;

[Entity]
[Table("User0104")]
public partial class User
{
    public int Id { get; init; }

    [HasMany(through: typeof(UserLink))]
    public partial IReadOnlyList<User> Followers { get; }
}

[Entity]
[Table("UserLink0104")]
public partial class UserLink
{
    public int Id { get; init; }
    public int UserId { get; set; }
    public string? Note { get; set; }
}
