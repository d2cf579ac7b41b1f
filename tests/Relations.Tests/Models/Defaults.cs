namespace Relations.Tests.Models;

public enum Urgency : short
{
    Never = -1,
    Soon,
    Now,
}

public readonly record struct ErrandCode(string Text);

public static class ErrandDefaults
{
    public const string Title = "a \"quoted\" \\ {text}\n\t'ä' \u2028 😀";
    public const Urgency Unknown = Urgency.Never;
    public const decimal Fee = 12.50m;
}

// What a constructor says of values that are not given.
[Entity]
public class Errand
{
    public Errand(
        string title = ErrandDefaults.Title,
        Urgency urgency = ErrandDefaults.Unknown,
        Urgency? other = Urgency.Now,
        decimal fee = ErrandDefaults.Fee,
        decimal? tip = null,
        int count = int.MinValue,
        int? limit = -3,
        byte level = 7,
        long distance = long.MinValue,
        ulong number = ulong.MaxValue / 2,
        double weight = -0.1,
        float height = 1.5f,
        double? share = double.Epsilon,
        char mark = '\'',
        bool isOpen = true,
        bool? isPaid = false,
        string? note = null,
        Guid token = default,
        DateOnly? due = null,
        ErrandCode? code = default,
        string kind = nameof(Urgency.Soon))
    {
        (Title, Urgency, Other, Fee, Tip, Count, Limit, Level, Distance, Number) = (title, urgency, other, fee, tip, count, limit, level, distance, number);
        (Weight, Height, Share, Mark, IsOpen, IsPaid, Note, Token, Due, Code, Kind) = (weight, height, share, mark, isOpen, isPaid, note, token, due, code, kind);
    }

    public int Id { get; private set; }

    public string Title { get; }

    public Urgency Urgency { get; set; }

    public Urgency? Other { get; }

    public decimal Fee { get; }

    public decimal? Tip { get; }

    public int Count { get; }

    public int? Limit { get; set; }

    public byte Level { get; }

    public long Distance { get; }

    public ulong Number { get; }

    public double Weight { get; }

    public float Height { get; }

    public double? Share { get; }

    public char Mark { get; }

    public bool IsOpen { get; }

    public bool? IsPaid { get; }

    public string? Note { get; }

    public Guid Token { get; }

    public DateOnly? Due { get; }

    public ErrandCode? Code { get; }

    public string Kind { get; }
}

// The same of a hidden one, by which links are made.
[Entity]
public class Help
{
    private Help(
        int helperId,
        int errandId,
        string title = ErrandDefaults.Title,
        Urgency urgency = ErrandDefaults.Unknown,
        Urgency? other = Urgency.Now,
        decimal fee = ErrandDefaults.Fee,
        decimal? tip = null,
        int count = int.MinValue,
        int? limit = -3,
        byte level = 7,
        long distance = long.MinValue,
        ulong number = ulong.MaxValue / 2,
        double weight = -0.1,
        float height = 1.5f,
        double? share = double.Epsilon,
        char mark = '\'',
        bool isOpen = true,
        bool? isPaid = false,
        string? note = null,
        Guid token = default,
        DateOnly? due = null,
        ErrandCode? code = default,
        string kind = nameof(Urgency.Soon))
    {
        (HelperId, ErrandId) = (helperId, errandId);
        (Title, Urgency, Other, Fee, Tip, Count, Limit, Level, Distance, Number) = (title, urgency, other, fee, tip, count, limit, level, distance, number);
        (Weight, Height, Share, Mark, IsOpen, IsPaid, Note, Token, Due, Code, Kind) = (weight, height, share, mark, isOpen, isPaid, note, token, due, code, kind);
    }

    public int Id { get; private set; }

    public int HelperId { get; }

    public int ErrandId { get; }

    public string Title { get; }

    public Urgency Urgency { get; set; }

    public Urgency? Other { get; }

    public decimal Fee { get; }

    public decimal? Tip { get; }

    public int Count { get; }

    public int? Limit { get; set; }

    public byte Level { get; }

    public long Distance { get; }

    public ulong Number { get; }

    public double Weight { get; }

    public float Height { get; }

    public double? Share { get; }

    public char Mark { get; }

    public bool IsOpen { get; }

    public bool? IsPaid { get; }

    public string? Note { get; }

    public Guid Token { get; }

    public DateOnly? Due { get; }

    public ErrandCode? Code { get; }

    public string Kind { get; }

    // What the constructor itself makes.
    public static Help Of(int helperId, int errandId) => new(helperId, errandId);
}

[Entity]
public partial class Helper
{
    public int Id { get; init; }

    [HasMany(through: typeof(Help))]
    public partial IReadOnlyList<Errand> Errands { get; }
}

[Entity]
public record Chore(int Id, string Title = "nothing", Urgency Urgency = Urgency.Now, decimal? Fee = 1.0m);
