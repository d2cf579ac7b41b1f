// A key and a column come from a generic base class.
using System;
using System.Collections.Generic;
using Relations;

namespace InheritedFromGeneric;

public abstract class Stored<TKey>
{
    public TKey Id { get; init; } = default!;

    public DateTime CreatedAt { get; set; }
}

[Entity]
public partial class Author : Stored<long>
{
    [HasMany]
    public partial IReadOnlyList<Book> Books { get; }
}

[Entity]
public partial class Book : Stored<long>
{
    public long AuthorId { get; set; }
}
