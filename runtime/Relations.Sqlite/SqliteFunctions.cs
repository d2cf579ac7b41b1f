using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>What the dialect needs and SQLite lacks: collations that compare as C# does, and functions on text. Every connection registers them.</summary>
internal static class SqliteFunctions
{
    public const string DecimalCollation = "relations_decimal";
    public const string InstantCollation = "relations_instant";
    public const string DurationCollation = "relations_duration";
    public const string Upper = "relations_upper";
    public const string Like = "relations_like";
    public const string Real = "relations_real";

    /// <summary>Deterministic, and harmless in a schema: SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS.</summary>
    private const int Flags = 0x000000800 | 0x000200000;

    public static void Register(sqlite3 database)
    {
        Check(raw.sqlite3__create_collation_utf8(database, DecimalCollation, null, static (_, left, right) => CompareDecimals(left, right)));
        Check(raw.sqlite3__create_collation_utf8(database, InstantCollation, null, static (_, left, right) => CompareInstants(left, right)));
        Check(raw.sqlite3__create_collation_utf8(database, DurationCollation, null, static (_, left, right) => CompareDurations(left, right)));
        Check(raw.sqlite3_create_function(database, Upper, 1, Flags, null, ToUpper));
        Check(raw.sqlite3_create_function(database, Like, 2, Flags, null, IsLike));
        Check(raw.sqlite3_create_function(database, Real, 1, Flags, null, ToReal));
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new RelationsException($"SQLite refused to register a function: {raw.sqlite3_errstr(code).utf8_to_string()}.");
        }
    }

    private static int CompareDecimals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        Compare(StoredNumber.TryReadDecimal(left, out var first), first, StoredNumber.TryReadDecimal(right, out var second), second, left, right);

    private static int CompareInstants(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        Compare(StoredTime.TryReadDateTimeOffset(left, out var first), first, StoredTime.TryReadDateTimeOffset(right, out var second), second, left, right);

    private static int CompareDurations(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        Compare(StoredNumber.TryReadDuration(left, out var first), first, StoredNumber.TryReadDuration(right, out var second), second, left, right);

    /// <summary>A total order, as a collation must be: what cannot be read comes last, by its bytes.</summary>
    private static int Compare<T>(bool isFirst, T first, bool isSecond, T second, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) where T : IComparable<T> => (isFirst, isSecond) switch
    {
        (true, true) => first.CompareTo(second),
        (true, false) => -1,
        (false, true) => 1,
        _ => left.SequenceCompareTo(right),
    };

    private static void ToUpper(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (!IsText(arguments[0]))
        {
            raw.sqlite3_result_null(context);
            return;
        }

        using var upper = new Utf8Text(Encoding.UTF8.GetString(Utf8(arguments[0])).ToUpperInvariant(), stackalloc byte[256]);
        if (upper.Bytes.IsEmpty)
        {
            raw.sqlite3_result_text(context, utf8z.FromSpan("\0"u8));
        }
        else
        {
            raw.sqlite3_result_text(context, upper.Bytes);
        }
    }

    private static void IsLike(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (IsText(arguments[0]) && IsText(arguments[1]))
        {
            raw.sqlite3_result_int(context, LikePattern.IsMatch(Utf8(arguments[0]), Utf8(arguments[1])) ? 1 : 0);
        }
        else
        {
            raw.sqlite3_result_null(context);
        }
    }

    /// <summary>Reads a number exactly, which SQLite does not at the ends of its range.</summary>
    private static void ToReal(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        if (IsText(arguments[0]) && double.TryParse(Utf8(arguments[0]), CultureInfo.InvariantCulture, out var number))
        {
            raw.sqlite3_result_double(context, number);
        }
        else
        {
            raw.sqlite3_result_null(context);
        }
    }

    private static bool IsText(sqlite3_value value) => raw.sqlite3_value_type(value) == raw.SQLITE_TEXT;

    /// <summary>A text's bytes, by their length. As with columns, asking for the length first converts the text of a UTF-16 database.</summary>
    private static ReadOnlySpan<byte> Utf8(sqlite3_value value)
    {
        _ = raw.sqlite3_value_bytes(value);
        return raw.sqlite3_value_blob(value);
    }
}
