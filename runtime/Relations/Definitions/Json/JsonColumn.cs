using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Relations.Definitions.Json;

/// <summary>Reads a JSON value as the type by which a column is stored. Strict: a number in quotes is no number.</summary>
internal static class JsonColumn
{
    private const int ShownCharacters = 40;

    /// <summary>Reads the value at which the reader stands; returns what is wrong with it, or null.</summary>
    public static string? Read(ref Utf8JsonReader reader, PropertyDefinition property, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return property.IsNullable ? null : $"Expected {Expected(property)}, got null.";
        }

        value = !property.ValueType.IsEnum ? Value(ref reader, property.ColumnType) : reader.TokenType switch
        {
            JsonTokenType.String => Name(ref reader, property),
            JsonTokenType.Number when property.ColumnType == ColumnType.Text => JsonNumbers.TryReadInteger<long>(Encoding.ASCII.GetString(reader.ValueSpan), out var number) ? EnumNames.OfNumber(property.ValueType, number) : null,
            _ => Value(ref reader, property.ColumnType),
        };
        if (value is null)
        {
            return $"Expected {Expected(property)}, got {Show(ref reader)}.";
        }

        var length = value switch { string text => text.EnumerateRunes().Count(), byte[] bytes => bytes.Length, _ => 0 };
        return property.MaxLength > 0 && length > property.MaxLength
            ? $"Expected at most {property.MaxLength.ToString(CultureInfo.InvariantCulture)} {(value is string ? "characters" : "bytes")}, got {length.ToString(CultureInfo.InvariantCulture)}."
            : null;
    }

    /// <summary>The text at which the reader stands, or null where it is no valid text, such as half a surrogate pair.</summary>
    public static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value at which the reader stands, for a message.</summary>
    public static string Show(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"\"{Short(TextOf(ref reader))}\"",
        _ => Short(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    /// <summary>The beginning of a text that may be long.</summary>
    public static string Short(string? text)
    {
        if (text is null || text.Length <= ShownCharacters)
        {
            return text ?? "\uFFFD";
        }

        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters), "…");
    }

    private static object? Value(ref Utf8JsonReader reader, ColumnType type) => (reader.TokenType, type) switch
    {
        (JsonTokenType.True, ColumnType.Boolean) => true,
        (JsonTokenType.False, ColumnType.Boolean) => false,
        (JsonTokenType.Number, _) => Number(Encoding.ASCII.GetString(reader.ValueSpan), type),
        (JsonTokenType.String, ColumnType.DateTimeOffset) => Moment(ref reader),
        (JsonTokenType.String, ColumnType.DateTime) => reader.TryGetDateTime(out var time) ? WithoutZone(time) : null,
        (JsonTokenType.String, ColumnType.Bytes) => reader.TryGetBytesFromBase64(out var bytes) ? bytes : null,
        (JsonTokenType.String, _) => TextOf(ref reader) is { } text ? Text(text, type) : null,
        _ => null,
    };

    private static object? Number(string digits, ColumnType type) => type switch
    {
        ColumnType.SByte => Integer<sbyte>(digits),
        ColumnType.Byte => Integer<byte>(digits),
        ColumnType.Int16 => Integer<short>(digits),
        ColumnType.UInt16 => Integer<ushort>(digits),
        ColumnType.Int32 => Integer<int>(digits),
        ColumnType.UInt32 => Integer<uint>(digits),
        ColumnType.Int64 => Integer<long>(digits),
        ColumnType.UInt64 => Integer<ulong>(digits),
        ColumnType.Single => JsonNumbers.TryReadFloat<float>(digits, out var number) ? number : null,
        ColumnType.Double => JsonNumbers.TryReadFloat<double>(digits, out var number) ? number : null,
        ColumnType.Decimal => JsonNumbers.TryReadDecimal(digits, out var number) ? number : null,
        _ => null,
    };

    private static object? Integer<T>(string digits) where T : struct, IBinaryInteger<T> => JsonNumbers.TryReadInteger<T>(digits, out var number) ? number : null;

    private static object? Text(string text, ColumnType type) => type switch
    {
        ColumnType.Text => text,
        ColumnType.Char => JsonTexts.TryReadChar(text, out var character) ? character : null,
        ColumnType.Guid => JsonTexts.TryReadGuid(text, out var guid) ? guid : null,
        ColumnType.DateOnly => JsonTexts.TryReadDate(text, out var date) ? date : null,
        ColumnType.TimeOnly => JsonTexts.TryReadTime(text, out var time) ? time : null,
        ColumnType.TimeSpan => JsonTexts.TryReadDuration(text, out var duration) ? duration : null,
        _ => null,
    };

    // Without an offset, the reader takes it for the machine's; what is stored must not depend on where the program runs.
    private static object? Moment(ref Utf8JsonReader reader) =>
        reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero)
        : reader.TryGetDateTimeOffset(out var moment) ? moment
        : null;

    // With an offset, the reader converts to the machine's zone; what is stored must not depend on where the program runs.
    private static DateTime WithoutZone(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;

    /// <summary>An enum's member as it is stored: as its underlying integer, or by name.</summary>
    private static object? Name(ref Utf8JsonReader reader, PropertyDefinition property) =>
        TextOf(ref reader) is not { } text || JsonTexts.Member(property.ValueType, text) is not { } member ? null
        : property.ColumnType == ColumnType.Text ? member.ToString()
        : Convert.ChangeType(member, Type.GetTypeCode(property.ValueType), CultureInfo.InvariantCulture);

    private static string Expected(PropertyDefinition property) => property.ColumnType switch
    {
        _ when property.ValueType.IsEnum => $"a member of {property.ValueType.Name}",
        ColumnType.Boolean => "true or false",
        ColumnType.SByte or ColumnType.Byte or ColumnType.Int16 or ColumnType.UInt16 => $"an integer of {(property.ColumnType is ColumnType.SByte or ColumnType.Byte ? "8" : "16")} bits{Sign(property.ColumnType)}",
        ColumnType.Int32 or ColumnType.Int64 => "an integer",
        ColumnType.UInt32 or ColumnType.UInt64 => "an integer that is not negative",
        ColumnType.Single or ColumnType.Double or ColumnType.Decimal => "a number",
        ColumnType.Char => "a single character",
        ColumnType.Guid => "a GUID such as \"0b5e5b1c-6e62-4c2f-9a3f-0c6a3f6f5d11\"",
        ColumnType.DateTime => "a date and time such as \"2025-03-03T09:30:00\"",
        ColumnType.DateTimeOffset => "a date and time with offset such as \"2025-03-03T09:30:00+01:00\"",
        ColumnType.DateOnly => "a date such as \"2025-03-03\"",
        ColumnType.TimeOnly => "a time such as \"09:30:00\"",
        ColumnType.TimeSpan => "a duration such as \"1.12:30:00\" (days, hours, minutes, seconds)",
        ColumnType.Bytes => "bytes in base 64",
        _ => "text",
    };

    private static string Sign(ColumnType type) => type is ColumnType.Byte or ColumnType.UInt16 ? " that is not negative" : "";
}
