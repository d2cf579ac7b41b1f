using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

public abstract class Named
{
    [Column("the \"name\"")]
    [MaxLength(20)]
    public string Name { get; set; } = "";
}

// Names that have to be quoted, an inherited column, a column that is none, a key that nobody generates.
[Entity]
[Table("select \"from\" where;")]
public partial class Oddly : Named
{
    [Key]
    [Column("group")]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Number { get; init; }

    [NotMapped]
    public string Shouted => Name.ToUpperInvariant();

    [HasMany(through: typeof(OddLink), ThroughKeyFrom = nameof(OddLink.From), ThroughKeyTo = nameof(OddLink.To))]
    public partial IReadOnlyList<Oddly> Others { get; }
}

[Entity(Unique = [nameof(From), nameof(To)])]
[Table("order by")]
public partial class OddLink
{
    [Column("primary key")]
    public int Id { get; init; }

    [Column("from")]
    public int From { get; set; }

    [Column("to 'x'")]
    public int To { get; set; }

    [Column("rank")]
    public int Session { get; set; }

    [Column("value")]
    public string? Take { get; set; }
}
