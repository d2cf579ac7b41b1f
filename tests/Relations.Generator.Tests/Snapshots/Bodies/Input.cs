using System.Collections.Generic;
using System.Text.Json.Serialization;
using Relations;

namespace Bodies;

/// <summary>What JSON does not set, and what only its own constructor makes.</summary>
[Entity]
public partial class Account
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [JsonIgnore]
    public string? PasswordHash { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("nick")]
    public string? Nickname { get; set; }

    [JsonIgnore]
    public required string Salt { get; set; }

    public int Logins { get; private set; }

    [HasMany(through: typeof(Membership)), JsonPropertyName("circles")]
    public partial IReadOnlyList<Group> Groups { get; }

    [HasMany(through: typeof(Ownership))]
    public partial IReadOnlyList<Group> Owned { get; }
}

[Entity]
public partial class Group
{
    public int Id { get; init; }

    private Group() { }
}

[Entity]
public partial class Membership
{
    public int Id { get; init; }

    public int AccountId { get; set; }

    public int GroupId { get; set; }

    [JsonIgnore]
    public bool IsApproved { get; set; }

    [JsonIgnore]
    public required int Level { get; set; }

    public string Role { get; set; } = "reader";
}

[Entity]
public partial class Ownership
{
    private Ownership() { }

    public int Id { get; init; }

    public int AccountId { get; init; }

    public int GroupId { get; init; }

    public string? Note { get; init; }

    public int Share { get; set; } = 1;
}
