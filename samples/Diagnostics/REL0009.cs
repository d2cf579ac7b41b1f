// Two properties have one name in JSON.
using System.Text.Json.Serialization;

namespace Diagnostics.REL0009;

[Entity]
[Table("Room0009")]
public partial class Room
{
    public int Id { get; init; }
    [JsonPropertyName("id")]
    public string? Label { get; set; }
}
