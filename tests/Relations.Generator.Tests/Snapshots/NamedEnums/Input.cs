using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace NamedEnums;

public enum Level { Low, High }
public readonly record struct Grade(Level Level);

[Entity]
public partial class Room
{
    [Key, Column(TypeName = "text")] public Level Level { get; init; }
    [Column("second", TypeName = "VARCHAR(10)")] public Level? Second { get; set; }
    [Column(TypeName = "varchar(10)")] public Grade Grade { get; set; }
    [Column(TypeName = "citext")] public Grade? OldGrade { get; set; }
    [Column(TypeName = "smallint")] public Level Number { get; set; }
    [Column(TypeName = "jsonb")] public string Plan { get; set; } = "{}";

    [HasMany] public partial IReadOnlyList<Desk> Desks { get; }
}

[Entity]
public partial class Desk
{
    public int Id { get; init; }
    [Column(TypeName = "text")] public Level? RoomLevel { get; set; }
}
