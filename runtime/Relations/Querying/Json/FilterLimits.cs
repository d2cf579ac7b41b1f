namespace Relations;

/// <summary>How much a filter that comes from outside may ask for. What exceeds a limit is a problem of the filter.</summary>
public sealed record FilterLimits
{
    /// <summary>What a filter is parsed with when nothing else is said.</summary>
    public static FilterLimits Default { get; } = new();

    /// <summary>The greatest length of the JSON, in bytes of UTF-8, or of the query string, in characters. 65,536 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Size { get; init => field = AtLeastOne(value); } = 65_536;

    /// <summary>How deep scopes, <c>and</c>, <c>or</c> and conditions on relations may be nested, counted together; 1 to 100. 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or greater than 100.</exception>
    public int Depth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = AtLeastOne(value);
        }
    } = 10;

    /// <summary>The greatest number of conditions, at all levels together. 200 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Conditions { get; init => field = AtLeastOne(value); } = 200;

    /// <summary>The greatest number of included relations, at all levels together; each is a statement. 50 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Inclusions { get; init => field = AtLeastOne(value); } = 50;

    /// <summary>The greatest length of a list, such as that of <c>inq</c>. 1,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int ListLength { get; init => field = AtLeastOne(value); } = 1_000;

    /// <summary>The greatest length of a text, in characters. 8,192 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int TextLength { get; init => field = AtLeastOne(value); } = 8_192;

    /// <summary>
    /// The greatest <c>limit</c>, of the filter and of each scope, and the limit where none is given: so many rows are read at most, and so many targets of an included relation for each source.
    /// None by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Rows { get; init => field = value is { } rows ? AtLeastOne(rows) : null; }

    /// <summary>Whether <c>regexp</c> may be used, where the database has regular expressions. True by default; one that goes back and forth much can keep the database busy until the statement times out.</summary>
    public bool RegularExpressions { get; init; } = true;

    /// <summary>The depth of JSON that is read at all: a scope takes three levels of it, and lists of values a few more.</summary>
    internal int JsonDepth => 3 * Depth + 8;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
