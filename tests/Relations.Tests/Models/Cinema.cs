using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// Entities some of whose relations the tests' own resolvers include, for all repositories: no other test uses them.
[Entity]
public partial class Cinema
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>No relation of the database, and no column.</summary>
    [NotMapped]
    public int? Rating { get; set; }

    [HasMany(through: typeof(Screening))]
    public partial IReadOnlyList<Film> Films { get; }

    [HasMany(through: typeof(Screening))]
    public partial IReadOnlyList<Link<Film, Screening>> Programme { get; }

    [HasMany]
    public partial IReadOnlyList<Screening> Screenings { get; }
}

[Entity]
public partial class Film
{
    public int Id { get; init; }

    public required string Title { get; set; }

    [HasMany(through: typeof(Screening))]
    public partial IReadOnlyList<Cinema> Cinemas { get; }
}

[Entity]
public partial class Screening
{
    public int Id { get; init; }

    public int CinemaId { get; set; }

    public int FilmId { get; set; }

    public int Seats { get; set; }

    [BelongsTo]
    public partial Cinema? Cinema { get; }
}
