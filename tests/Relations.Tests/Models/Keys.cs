using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

// Keys that are no generated integers: a Guid, a string, and a pair of both.
[Entity]
public partial class Author
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Authorship))]
    public partial IReadOnlyList<Book> Books { get; }
}

[Entity]
public partial class Book
{
    [Key]
    public required string Isbn { get; init; }

    public required string Title { get; set; }

    [HasMany(through: typeof(Authorship))]
    public partial IReadOnlyList<Author> Authors { get; }
}

[Entity]
public partial class Authorship
{
    public Guid AuthorId { get; set; }

    public required string BookIsbn { get; set; }

    public int Position { get; set; }
}

// Keys that are not the primary keys.
[Entity]
public partial class Student
{
    public int Id { get; init; }

    public int Number { get; set; }

    public required string Name { get; set; }

#pragma warning disable REL0114 // the schema makes these keys unique, declared or not: here they are not
    [HasMany(through: typeof(Enrolment), KeyFrom = nameof(Number), KeyTo = nameof(Course.Code))]
    public partial IReadOnlyList<Course> Courses { get; }

    [HasMany(KeyFrom = nameof(Number), KeyTo = nameof(Fee.StudentNumber))]
    public partial IReadOnlyList<Fee> Fees { get; }
#pragma warning restore REL0114
}

[Entity]
public partial class Course
{
    public int Id { get; init; }

    public string? Code { get; set; }

    public required string Title { get; set; }
}

[Entity]
public partial class Enrolment
{
    public int Id { get; init; }

    public int StudentNumber { get; set; }

    public string CourseCode { get; set; } = "";

    public int? Grade { get; set; }
}

[Entity]
public partial class Fee
{
    public int Id { get; init; }

    public int StudentNumber { get; set; }

    public decimal Amount { get; set; }
}

// A pair that is unique, and data with a start value.
[Entity]
public partial class Article
{
    public int Id { get; init; }

    [Unique]
    public required string Title { get; set; }

    [HasMany(through: typeof(ArticleTag))]
    public partial IReadOnlyList<Tag> Tags { get; }
}

[Entity]
public partial class Tag
{
    public int Id { get; init; }

    [Unique]
    public required string Name { get; set; }

    [HasMany(through: typeof(ArticleTag))]
    public partial IReadOnlyList<Article> Articles { get; }
}

[Entity(Unique = [nameof(ArticleId), nameof(TagId)])]
public partial class ArticleTag
{
    public int Id { get; init; }

    public int ArticleId { get; set; }

    public int TagId { get; set; }

    public int Weight { get; set; } = 7;
}

// Foreign keys that may be null.
[Entity]
public partial class Team
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Sponsorship))]
    public partial IReadOnlyList<Sponsor> Sponsors { get; }
}

[Entity]
public partial class Sponsor
{
    public int Id { get; init; }

    public required string Name { get; set; }
}

[Entity]
public partial class Sponsorship
{
    public int Id { get; init; }

    public int? TeamId { get; set; }

    public int? SponsorId { get; set; }
}

// Relation properties that users can set.
[Entity]
public partial class Shelf
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany]
    public List<Volume>? Volumes { get; set; }

    [HasMany(through: typeof(ShelfLabel))]
    public IReadOnlyList<Label>? Labels { get; set; }
}

[Entity]
public partial class Volume
{
    public int Id { get; init; }

    public int? ShelfId { get; set; }

    public required string Title { get; set; }

    [BelongsTo]
    public Shelf? Shelf { get; set; }
}

[Entity]
public partial class Label
{
    public int Id { get; init; }

    public required string Text { get; set; }
}

[Entity]
public partial class ShelfLabel
{
    [Key]
    public int ShelfId { get; set; }

    [Key]
    public int LabelId { get; set; }
}

// The target's primary key is its foreign key.
[Entity]
public partial class Citizen
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasOne]
    public partial Passport? Passport { get; }
}

[Entity]
public partial class Passport
{
    [Key]
    public int CitizenId { get; init; }

    public required string Number { get; set; }
}

// Records: positional, and with a relation.
[Entity]
public sealed partial record Band(int Id, string Name)
{
    [HasMany]
    public partial IReadOnlyList<Song> Songs { get; }
}

[Entity]
public sealed partial record Song(int Id, int BandId, string Title, TimeSpan? Length)
{
    [BelongsTo]
    public partial Band? Band { get; }
}

// A tree, with a name of its own for the relation.
[Entity]
public partial class Tree
{
    public int Id { get; init; }

    public int? TreeId { get; set; }

    [HasMany(Name = "offspring")]
    public partial IReadOnlyList<Tree>? Children { get; }
}

// A row that knows whether somebody else has changed it.
[Entity]
public partial class Document
{
    public int Id { get; init; }

    public required string Title { get; set; }

    [ConcurrencyCheck]
    public int Version { get; set; }
}

// Rows that are nothing but their key, which the database makes or not.
[Entity]
public partial class Ticket
{
    public int Id { get; init; }
}

[Entity]
public partial class Token
{
    [Key]
    public required string Value { get; init; }
}
