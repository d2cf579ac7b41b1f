using System.Text.Json.Serialization;

namespace Relations.Tests.Models;

// What filters from outside must not reach.
[Entity]
public partial class Account
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [NotFilterable]
    public string PasswordHash { get; set; } = "";

    [JsonIgnore]
    public string Hint { get; set; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string Pin { get; set; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public bool IsAdmin { get; set; }

    [HasMany]
    public partial IReadOnlyList<Login> Logins { get; }

    [HasMany, JsonIgnore]
    public partial IReadOnlyList<Clue> Clues { get; }

    [HasMany, NotFilterable]
    public partial IReadOnlyList<Secret> Secrets { get; }
}

[Entity]
public partial class Login
{
    public int Id { get; init; }

    public int AccountId { get; set; }

    public required string Device { get; set; }

    [BelongsTo]
    public partial Account? Account { get; }
}

[Entity]
public partial class Clue
{
    public int Id { get; init; }

    public int AccountId { get; set; }

    public required string Word { get; set; }
}

[Entity]
public partial class Secret
{
    public int Id { get; init; }

    public int AccountId { get; set; }

    public required string Word { get; set; }
}
