using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>Builds conditions on columns of one type from values as a filter has them.</summary>
internal abstract class ColumnComparer
{
    private static readonly ColumnComparer Bytes = new ColumnComparer<byte[]>(FilterTexts.TryReadBytes, "bytes in base64");
    private static readonly ColumnComparer Booleans = new ColumnComparer<bool>(FilterTexts.TryReadBoolean, "true or false");
    private static readonly ColumnComparer SBytes = new ColumnComparer<sbyte>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<sbyte>);
    private static readonly ColumnComparer Octets = new ColumnComparer<byte>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<byte>);
    private static readonly ColumnComparer Int16s = new ColumnComparer<short>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<short>);
    private static readonly ColumnComparer UInt16s = new ColumnComparer<ushort>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<ushort>);
    private static readonly ColumnComparer Int32s = new ColumnComparer<int>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<int>);
    private static readonly ColumnComparer UInt32s = new ColumnComparer<uint>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<uint>);
    private static readonly ColumnComparer Int64s = new ColumnComparer<long>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<long>);
    private static readonly ColumnComparer UInt64s = new ColumnComparer<ulong>(FilterNumbers.TryReadInteger, FilterNumbers.ExpectedInteger<ulong>);
    private static readonly ColumnComparer Singles = new ColumnComparer<float>(FilterNumbers.TryReadFloat, "a number");
    private static readonly ColumnComparer Doubles = new ColumnComparer<double>(FilterNumbers.TryReadFloat, "a number");
    private static readonly ColumnComparer Decimals = new ColumnComparer<decimal>(FilterNumbers.TryReadDecimal, "a number of at most 28 digits");
    private static readonly ColumnComparer Chars = new ColumnComparer<char>(FilterTexts.TryReadChar, "a text of one character");
    private static readonly ColumnComparer Texts = new ColumnComparer<string>(FilterTexts.TryReadText, FilterTexts.ExpectedText);
    private static readonly ColumnComparer Guids = new ColumnComparer<Guid>(FilterTexts.TryReadGuid, "a UUID such as \"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"");
    private static readonly ColumnComparer DateTimes = new ColumnComparer<DateTime>(FilterTexts.TryReadDateTime, "a date and time such as \"2025-03-01T09:30:00\"");
    private static readonly ColumnComparer DateTimeOffsets = new ColumnComparer<DateTimeOffset>(FilterTexts.TryReadDateTimeOffset, "a date and time with its offset such as \"2025-03-01T09:30:00+01:00\"");
    private static readonly ColumnComparer Dates = new ColumnComparer<DateOnly>(FilterTexts.TryReadDate, "a date such as \"2025-03-01\"");
    private static readonly ColumnComparer Times = new ColumnComparer<TimeOnly>(FilterTexts.TryReadTime, "a time such as \"09:30:00\"");
    private static readonly ColumnComparer Durations = new ColumnComparer<TimeSpan>(FilterTexts.TryReadDuration, "a duration such as \"1.02:30:00\" (a day, two hours and a half)");

    public static ColumnComparer Of(ColumnType type) => type switch
    {
        ColumnType.Boolean => Booleans,
        ColumnType.SByte => SBytes,
        ColumnType.Byte => Octets,
        ColumnType.Int16 => Int16s,
        ColumnType.UInt16 => UInt16s,
        ColumnType.Int32 => Int32s,
        ColumnType.UInt32 => UInt32s,
        ColumnType.Int64 => Int64s,
        ColumnType.UInt64 => UInt64s,
        ColumnType.Single => Singles,
        ColumnType.Double => Doubles,
        ColumnType.Decimal => Decimals,
        ColumnType.Char => Chars,
        ColumnType.Text => Texts,
        ColumnType.Guid => Guids,
        ColumnType.DateTime => DateTimes,
        ColumnType.DateTimeOffset => DateTimeOffsets,
        ColumnType.DateOnly => Dates,
        ColumnType.TimeOnly => Times,
        ColumnType.TimeSpan => Durations,
        ColumnType.Bytes => Bytes,
        _ => throw new InvalidOperationException($"No values of {type} can be read."),
    };

    /// <summary>The condition that the lambda with the same meaning makes, or null where a value is not of the column's type.</summary>
    public abstract Condition? Compare(Column column, FilterOperator @operator, FilterValue value, FilterProblems problems);
}
