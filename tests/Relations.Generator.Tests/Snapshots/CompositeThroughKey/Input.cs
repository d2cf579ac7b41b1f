using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace CompositeThroughKey;

[Entity]
public partial class Student
{
    public int Id { get; init; }

    [HasMany(through: typeof(Enrolment))]
    public partial IReadOnlyList<Course> Courses { get; }

    [HasMany(through: typeof(Membership), ThroughKeyFrom = nameof(Membership.Member), ThroughKeyTo = nameof(Membership.Club))]
    public partial IReadOnlyList<Club> Clubs { get; }

    [HasMany]
    public partial IReadOnlyList<Enrolment> Enrolments { get; }
}

[Entity]
public partial class Course
{
    public string Id { get; init; } = "";

    [HasMany(through: typeof(Enrolment))]
    public partial IReadOnlyList<Student> Students { get; }
}

[Entity]
public partial class Club
{
    public Guid Id { get; init; }
}

// no key of its own: the pair is its key
[Entity]
public partial class Enrolment
{
    public required string CourseId { get; set; }
    public int StudentId { get; set; }
    public DateOnly Since { get; set; } = new(2000, 1, 1);

    [BelongsTo] public partial Course? Course { get; }
}

// a pair that no name gives away
[Entity]
public partial class Membership
{
    public Guid Club { get; set; }
    public int Member { get; set; }
}

[Entity]
public partial class Seat
{
    [Key, Column(Order = 2)] public int Number { get; set; }
    [Key, Column(Order = 1)] public char Row { get; set; }
    public int? StudentId { get; set; }

    [BelongsTo] public partial Student? Student { get; }
}
