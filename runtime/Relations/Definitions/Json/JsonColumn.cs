using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Relations.Definitions.Json;

/// <summary>Reads a JSON value as the type by which a column is stored. Strict: a number in quotes is no number.</summary>
internal static class JsonColumn
{
    private const int ShownCharacters = 40;

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

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
            JsonTokenType.Number when property.ColumnType == ColumnType.Text => reader.TryGetInt64(out var number) ? EnumNames.OfNumber(property.ValueType, number) : null,
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
        (JsonTokenType.Number, _) => Number(ref reader, type),
        (JsonTokenType.String, ColumnType.Guid) => reader.TryGetGuid(out var guid) ? guid : null,
        (JsonTokenType.String, ColumnType.DateTimeOffset) => reader.TryGetDateTimeOffset(out var time) ? time : null,
        (JsonTokenType.String, ColumnType.DateTime) => reader.TryGetDateTime(out var time) ? WithoutZone(time) : null,
        (JsonTokenType.String, ColumnType.Bytes) => reader.TryGetBytesFromBase64(out var bytes) ? bytes : null,
        (JsonTokenType.String, _) => TextOf(ref reader) is { } text ? Text(text, type) : null,
        _ => null,
    };

    private static object? Number(ref Utf8JsonReader reader, ColumnType type) => type switch
    {
        ColumnType.SByte => reader.TryGetSByte(out var number) ? number : null,
        ColumnType.Byte => reader.TryGetByte(out var number) ? number : null,
        ColumnType.Int16 => reader.TryGetInt16(out var number) ? number : null,
        ColumnType.UInt16 => reader.TryGetUInt16(out var number) ? number : null,
        ColumnType.Int32 => reader.TryGetInt32(out var number) ? number : null,
        ColumnType.UInt32 => reader.TryGetUInt32(out var number) ? number : null,
        ColumnType.Int64 => reader.TryGetInt64(out var number) ? number : null,
        ColumnType.UInt64 => reader.TryGetUInt64(out var number) ? number : null,
        ColumnType.Single => reader.TryGetSingle(out var number) && float.IsFinite(number) ? number : null,
        ColumnType.Double => reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        ColumnType.Decimal => reader.TryGetDecimal(out var number) ? number : null,
        _ => null,
    };

    private static object? Text(string text, ColumnType type) => type switch
    {
        ColumnType.Text => text,
        ColumnType.Char => text.Length == 1 ? text[0] : null,
        ColumnType.DateOnly => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        ColumnType.TimeOnly => TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        ColumnType.TimeSpan => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) ? duration : null,
        _ => null,
    };

    // With an offset, the reader converts to the machine's zone; what is stored must not depend on where the program runs.
    private static DateTime WithoutZone(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;

    /// <summary>An enum's member as it is stored: as its underlying integer, or by name.</summary>
    private static object? Name(ref Utf8JsonReader reader, PropertyDefinition property) =>
        Member(ref reader, property.ValueType) is not { } member ? null
        : property.ColumnType == ColumnType.Text ? member.ToString()
        : Convert.ChangeType(member, Type.GetTypeCode(property.ValueType), CultureInfo.InvariantCulture);

    private static object? Member(ref Utf8JsonReader reader, Type type) =>
        TextOf(ref reader) is { Length: > 0 } text && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && IsOne(text, type) && Enum.TryParse(type, text, ignoreCase: true, out var member)
            ? member
            : null;

    /// <summary>Whether the text names one member; of flags it may name several, parted by commas.</summary>
    private static bool IsOne(string text, Type type) => !text.Contains(',', StringComparison.Ordinal) || type.IsDefined(typeof(FlagsAttribute), inherit: false);

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
