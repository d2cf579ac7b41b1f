using System.Collections.Generic;
using Relations;

[Entity]
public partial class Shelf
{
    public int Id { get; set; }

    [HasMany] public partial IReadOnlyList<Library.Outer.Book> Books { get; }
}

namespace Library
{
    public partial class Outer
    {
        internal partial record struct Inner
        {
            [Entity]
            internal partial class Box
            {
                public int Id { get; set; }
                public int BookId { get; set; }

                [BelongsTo] internal partial Book? Book { get; }
            }
        }

        [Entity]
        public partial class Book
        {
            public int Id { get; set; }
            public int ShelfId { get; set; }
            public Kind Sort { get; set; }

            [BelongsTo] public partial Shelf? Shelf { get; }
            [HasOne] internal partial Other.Book? Twin { get; }

            public enum Kind : byte { Novel }
        }
    }
}

namespace Library.Other
{
    [Entity]
    internal sealed partial class Book
    {
        public int Id { get; set; }
        public int BookId { get; set; }
    }
}
