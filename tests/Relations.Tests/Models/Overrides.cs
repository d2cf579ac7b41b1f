using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.Tests.Models;

// What a base class says of a property holds for one that overrides it; one that overrides a single accessor has the other one of the base class.
public abstract class Paper
{
    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public abstract int Number { get; set; }

    [MaxLength(3), Unique, Column("short_code")]
    public virtual string Code { get; set; } = "";

    [ConcurrencyCheck]
    public virtual int Version { get; set; }

    [NotFilterable]
    public virtual string? Secret { get; set; }

    [NotMapped]
    public virtual string? Draft { get; set; }

    public virtual string Title { get; set; } = "";

    public virtual int Pages { get; protected set; }
}

[Entity]
public partial class Contract : Paper
{
    public override int Number { get; set; }

    public override string Code { get; set; } = "";

    public override int Version { get; set; }

    public override string? Secret { get; set; }

    public override string? Draft { get; set; }

    public override string Title { set => base.Title = value.ToUpperInvariant(); }

    public override int Pages { get => base.Pages; }

    public Contract WithPages(int pages)
    {
        base.Pages = pages;
        return this;
    }
}

// The parameters of a positional record say what the columns are.
[Entity]
public partial record Clause([property: Key] int Number, [MaxLength(2)] string Text, [Required] string? Title);

// A key that the table makes, as its definition says, and a property that does not take every value.
[Entity]
public partial class Permit
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public string Id { get; init; } = "";

    public required string Text
    {
        get;
        set => field = value.Length > 0 ? value : throw new ArgumentException("A permit says what it is for.");
    }
}
