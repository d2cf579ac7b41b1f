// Tables and columns in snake case, except where an attribute names them.
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

[assembly: RelationsNaming(NamingConvention.SnakeCase)]

namespace Hospital;

[Entity]
public partial class HeadNurse
{
    public int Id { get; init; }
    public required string FullName { get; set; }
    public string? URLPath { get; set; }

    [Column("Pager")]
    public string? PagerNumber { get; set; }

    [Column(Order = 3)]
    public int? Address2 { get; set; }

    [HasMany(through: typeof(NightShift))]
    public partial IReadOnlyList<Ward> Wards { get; }
}

[Entity]
[Table("WARDS", Schema = "Main")]
public partial class Ward
{
    [Key]
    public int WardNumber { get; init; }
}

[Entity]
public partial class NightShift
{
    public int HeadNurseId { get; set; }
    public int WardNumber { get; set; }
    public int HoursLong { get; set; }
}
