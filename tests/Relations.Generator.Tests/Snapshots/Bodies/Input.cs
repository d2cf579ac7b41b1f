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

    [HasMany(through: typeof(Invitation))]
    public partial IReadOnlyList<Group> Invitations { get; }
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

[Entity]
public class Invitation
{
    private Invitation(int accountId, int groupId, string text = "Come \"in\"", State state = State.Sent, State? before = null, decimal? price = 1.50m, char mark = '\\')
    {
        (AccountId, GroupId, Text, State, Before, Price, Mark) = (accountId, groupId, text, state, before, price, mark);
    }

    public int Id { get; private set; }

    public int AccountId { get; }

    public int GroupId { get; }

    public string Text { get; }

    public State State { get; }

    public State? Before { get; }

    public decimal? Price { get; set; }

    public char Mark { get; }
}

public enum State
{
    Unsent = -1,
    Sent,
}
