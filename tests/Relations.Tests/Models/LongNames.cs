using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// Names of indexes and foreign keys are longer than the 63 bytes that PostgreSQL keeps of them, and the same in those.
[Entity, Table("Observatory_of_the_weather_in_the_highest_mountains")]
public partial class Observatory
{
    public int Id { get; init; }

    [Unique, Column("Designation_in_the_international_register_of_stations")]
    public required string International { get; set; }

    [Unique, Column("Designation_in_the_international_register_of_stations_2")]
    public required string Newer { get; set; }

    [HasMany(through: typeof(Observation), ThroughKeyFrom = nameof(Observation.ObservatoryId), ThroughKeyTo = nameof(Observation.PartnerId))]
    public partial IReadOnlyList<Observatory> Partners { get; }
}

[Entity, Table("Observation_of_the_weather_in_the_highest_mountaïns_by_partner")]
public partial class Observation
{
    public int Id { get; init; }

    [Column("Observatory_that_observed_it_in_the_first_place")]
    public int ObservatoryId { get; set; }

    [Column("Observatory_that_observed_it_in_the_second_place")]
    public int PartnerId { get; set; }
}
