using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// Not in the order of their names.
public enum Suit
{
    Spades,
    Hearts,
    Clubs = 7,
    Diamonds = -1,
}

[Flags]
public enum Flaws
{
    None = 0,
    Bent = 1,
    Torn = 2,
    Stained = 4,
}

public enum Face
{
    Jack = 11,
    Queen,
    King,
}

public readonly record struct Rank(Face Face);

// Enums that are stored by name, also as keys.
[Entity]
public partial class Deck
{
    public int Id { get; init; }

    [Column(TypeName = "text")]
    public Suit Trump { get; set; }

    [Column(TypeName = "varchar(20)")]
    public Suit? Side { get; set; }

    [Column(TypeName = "text")]
    public Flaws Flaws { get; set; }

    [Column(TypeName = "character varying(10)")]
    public Rank? Lowest { get; set; }

    [HasMany(through: typeof(Deal))]
    public partial IReadOnlyList<SuitSheet> Sheets { get; }
}

// The same enum by name and by number.
[Entity]
public class Draw
{
    public int Id { get; init; }

    [Column(TypeName = "text")]
    public Suit Named { get; set; }

    public Suit Numbered { get; set; }
}

[Entity]
public partial class SuitSheet
{
    [Key, Column(TypeName = "text")]
    public Suit Suit { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Deal))]
    public partial IReadOnlyList<Deck> Decks { get; }

    [HasMany]
    public partial IReadOnlyList<SuitNote> Notes { get; }

    [HasMany]
    public partial IReadOnlyList<SuitRule> Rules { get; }
}

[Entity]
public class SuitRule
{
    public int Id { get; init; }

    [Column(TypeName = "text")]
    public Suit SuitSheetSuit { get; set; }

    public required string Text { get; set; }
}

// The columns of the links are of types for which not every database has a least and a greatest value.
[Entity]
public partial class Deal
{
    public int Id { get; init; }

    public int DeckId { get; set; }

    [Column(TypeName = "text")]
    public Suit SuitSheetSuit { get; set; }

    public Guid Token { get; set; }

    public byte[]? Seal { get; set; }

    public bool? Open { get; set; }

    public char Mark { get; set; } = 'x';

    public TimeSpan Length { get; set; }
}

[Entity]
public partial class SuitNote
{
    public int Id { get; init; }

    [Column(TypeName = "text")]
    public Suit? SuitSheetSuit { get; set; }

    public string Text { get; set; } = "";

    [BelongsTo]
    public partial SuitSheet? SuitSheet { get; }
}

// Keys of an enum without a member 0: what is not set has no name.
[Entity]
public partial class FaceSheet
{
    [Key, Column(TypeName = "text")]
    public Face Face { get; init; }

    [HasMany]
    public partial IReadOnlyList<FaceNote> Notes { get; }

    [HasMany(through: typeof(FacePair))]
    public partial IReadOnlyList<SuitSheet> Suits { get; }
}

[Entity]
public class FaceNote
{
    public int Id { get; init; }

    [Column(TypeName = "text")]
    public Face FaceSheetFace { get; set; }
}

[Entity]
public class FacePair
{
    [Column(TypeName = "text")]
    public Face FaceSheetFace { get; set; }

    [Column(TypeName = "text")]
    public Suit SuitSheetSuit { get; set; }

    public int Weight { get; set; }
}

// Types of the user's choice.
[Entity]
public partial class Ledger
{
    public int Id { get; init; }

    [Column(TypeName = "jsonb")]
    public required string Body { get; set; }

    [Column(TypeName = "VARCHAR (5)")]
    public required string Code { get; set; }

    [Column(TypeName = "numeric(10, 2)")]
    public decimal Price { get; set; }

    [Column(TypeName = "bigint")]
    public int Count { get; set; }

    [Column(TypeName = "timestamp(3)")]
    public DateTime? At { get; set; }
}
