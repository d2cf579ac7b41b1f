using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// Models that share a key: an employee has the key of a person, and a manager that of an employee. A postal address is that of any person.
[Entity]
public partial class Person
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasOne(KeyTo = nameof(Employee.Id))]
    public partial Employee? Employee { get; }

    [HasMany]
    public partial IReadOnlyList<PostalAddress> Addresses { get; }
}

[Entity]
public partial class Employee
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    public required string Office { get; set; }

    [BelongsTo(KeyFrom = nameof(Id))]
    public partial Person? Person { get; }

    [HasMany(KeyTo = nameof(PostalAddress.PersonId))]
    public partial IReadOnlyList<PostalAddress> Addresses { get; }
}

[Entity]
public partial class Manager
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    [BelongsTo(KeyFrom = nameof(Id))]
    public partial Employee? Employee { get; }

    [HasMany(KeyTo = nameof(PostalAddress.PersonId))]
    public partial IReadOnlyList<PostalAddress> Addresses { get; }
}

[Entity]
public partial class PostalAddress
{
    public int Id { get; init; }

    public int PersonId { get; set; }

    public required string Street { get; set; }

    [BelongsTo]
    public partial Person? Person { get; }

    [BelongsTo(KeyFrom = nameof(PersonId))]
    public partial Employee? Employee { get; }
}
