#pragma warning disable CS0612, CS0618, CS9042, WARD001, WARD002, WARD003 // this file uses what it warns of
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics.CodeAnalysis;
using Relations;

namespace Wards;

[Entity]
public partial record Doctor
{
    public int Id { get; init; }

    /// <summary>The old name.</summary>
    [Obsolete("use \"Name\"", true)]
    public string OldName { get; set; } = "";

    [Obsolete]
    public string? Nickname { get; set; }

    [Obsolete("gone", DiagnosticId = "WARD001", UrlFormat = "https://example.com/{0}")]
    public int Rank { get; set; }

    [Experimental("WARD002")]
    public Mood Mood { get; set; }

    public string Name { get; [Obsolete("read only by now", true)] set; } = "";

    [Obsolete("no beds any more", true)]
    public Size? Bed { get; set; }

    [Obsolete("no rooms any more", true), HasMany]
    public partial IReadOnlyList<Room> Rooms { get; }

    [HasMany(through: typeof(Visit))]
    public partial IReadOnlyList<Patient> Patients { get; }

    [Obsolete("count patients", true), HasMany(through: typeof(Visit))]
    public partial IReadOnlyList<Patient> Guests { get; }

    [HasMany(through: typeof(Award), Polymorphic = true)]
    public partial IReadOnlyList<Prize> Prizes { get; }
}

[Experimental("WARD003")]
public enum Mood
{
    Good,
}

[Obsolete("no sizes any more", true)]
public readonly record struct Size(int Value);

[Entity]
public partial class Patient
{
    [Obsolete("for serialisers", true)]
    public Patient() { }

    public int Id { get; init; }

    [HasMany(through: typeof(Visit))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}

[Entity]
public class Visit
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }

    [Obsolete("see Minutes", true)]
    public required int Hours { get; set; }

    [Experimental("WARD002")]
    public int Minutes { get; set; }
}

[Obsolete("no rooms any more", true)]
[Entity]
public partial class Room
{
    public int Id { get; init; }
    public int DoctorId { get; set; }

    [BelongsTo]
    public partial Doctor? Doctor { get; }
}

[Obsolete("use Ward", true)]
public static class Old
{
    [Entity]
    public class Station
    {
        [Key]
        public int Number { get; init; }
    }
}

[Experimental("WARD003")]
[Entity]
public class Ward
{
    public int Id { get; init; }
}

public abstract class Prize
{
    public int Id { get; init; }
    public string Title { get; set; } = "";
}

[Entity]
public class Medal : Prize;

[Obsolete("no cups any more", true)]
[Entity]
public class Cup : Prize;

[Entity]
public class Award
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PrizeId { get; set; }
    public string PrizeType { get; set; } = "";
}

[Entity]
public record Surgeon : Doctor
{
    public int Operations { get; set; }
}
