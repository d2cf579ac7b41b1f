using System.Text.Json.Serialization;

namespace Relations.AspNetCore.Tests.Models;

// Names in JSON that are not those in C#, two of them swapped.
[Entity]
public partial class Hotel
{
    public int Id { get; init; }

    [JsonPropertyName("motto")]
    public required string Name { get; set; }

    [JsonPropertyName("name")]
    public string? Motto { get; set; }

    [HasMany, JsonPropertyName("suites")]
    public partial IReadOnlyList<Room> Rooms { get; }

    [HasMany(Name = "places", KeyTo = nameof(Room.HotelId)), JsonPropertyName("rooms")]
    public partial IReadOnlyList<Room> Suites { get; }
}

[Entity]
public class Room
{
    public int Id { get; init; }

    public int HotelId { get; set; }

    [JsonPropertyName("no.")]
    public int Number { get; set; }
}
