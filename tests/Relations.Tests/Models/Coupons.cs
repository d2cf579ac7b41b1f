using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// Two columns that the database can make a value for, of which a new row may bring either.
[Entity]
public partial class Coupon
{
    public int Id { get; init; }

    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public Guid Code { get; set; }

    public required string Content { get; set; }
}

// A row that has the key of another one, which only the other one says: the database could make the key as well.
[Entity]
public partial class Pilot
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasOne(KeyTo = nameof(PilotLicence.Id))]
    public partial PilotLicence? Licence { get; }
}

[Entity]
public partial class PilotLicence
{
    public int Id { get; init; }

    public required string Class { get; set; }
}
