using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

public readonly record struct SurgeonId(int Value);

public readonly record struct TheatreId(Guid Value)
{
    public static TheatreId New() => new(Guid.NewGuid());
}

public readonly record struct ImplantCode(string Text);

public readonly record struct Severity(Mood Mood);

public readonly record struct Print(byte[] Bytes);

// Keys of strong types: made by the database, by the client, and texts. A column that is no key, too.
[Entity]
public partial class Surgeon
{
    public SurgeonId Id { get; init; }

    public required string Name { get; set; }

    public SurgeonId? MentorId { get; set; }

    public Severity? Severity { get; set; }

    [BelongsTo(KeyFrom = nameof(MentorId))]
    public partial Surgeon? Mentor { get; }

    [HasMany(KeyTo = nameof(MentorId))]
    public partial IReadOnlyList<Surgeon> Pupils { get; }

    [HasMany(through: typeof(Operation))]
    public partial IReadOnlyList<Theatre> Theatres { get; }

    [HasMany(through: typeof(Operation))]
    public partial IReadOnlyList<Link<Theatre, Operation>> Operations { get; }

    [HasMany(through: typeof(Training))]
    public partial IReadOnlyList<Implant> Implants { get; }

    [HasOne]
    public partial Locker? Locker { get; }
}

[Entity]
public partial class Theatre
{
    public TheatreId Id { get; init; }

    public int Floor { get; set; }

    [HasMany(through: typeof(Operation))]
    public partial IReadOnlyList<Surgeon> Surgeons { get; }
}

[Entity]
public partial class Operation
{
    public long Id { get; init; }

    public SurgeonId SurgeonId { get; set; }

    public TheatreId TheatreId { get; set; }

    public ImplantCode? Used { get; set; }

    [BelongsTo]
    public partial Theatre? Theatre { get; }
}

[Entity]
public partial class Implant
{
    [Key]
    public ImplantCode Code { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Training))]
    public partial IReadOnlyList<Surgeon> Surgeons { get; }
}

[Entity]
public partial class Training
{
    public SurgeonId SurgeonId { get; set; }

    public ImplantCode ImplantCode { get; set; }
}

[Entity]
public partial class Locker
{
    [Key]
    public SurgeonId SurgeonId { get; init; }

    public int Number { get; set; }
}

[Entity]
public partial class Suspect
{
    [Key]
    public Print Print { get; init; }

    [HasMany]
    public partial IReadOnlyList<Trace> Traces { get; }
}

[Entity]
public partial class Trace
{
    public int Id { get; init; }

    public Print SuspectPrint { get; set; }
}
