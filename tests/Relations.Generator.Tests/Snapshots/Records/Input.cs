using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace Records;

[Entity]
public sealed partial record Author(int Id, string Name, string? Country = null)
{
    public int Age { get; init; } = 18;
    public string Title => Name + Age;

    [HasMany(through: typeof(Authorship))]
    public partial IReadOnlyList<Book>? Books { get; }
}

[Entity]
public partial record Book
{
    public int Id { get; init; }
    public required string Name { get; init; }

    [HasMany(through: typeof(Authorship))]
    public IReadOnlyList<Author>? Authors { get; init; }

    [HasMany(through: typeof(Authorship))]
    public List<Link<Author, Authorship>> Signatures { get; set; } = [];
}

[Entity]
public partial record Novel : Book
{
    public int Chapters { get; set; }

    [HasMany]
    public partial IReadOnlyList<Review> Reviews { get; }
}

[Entity]
public partial record Review(int Id, int NovelId);

[Entity]
public record Authorship(int AuthorId, int BookId, DateTime SignedAt, decimal Share = 1)
{
    public required string Publisher { get; set; }
    public string? Note { get; set; } = "none";
}

[Entity]
public partial record Essay(int Id)
{
    public int? AuthorId { get; set; }

    [BelongsTo] public partial Author? Author { get; init; }

    protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;
}
