using System.Globalization;
using Relations.Definitions;
using Relations.Definitions.Json;

namespace Relations.Querying.Json;

/// <summary>Reads what JSON writes as text.</summary>
internal static class FilterTexts
{
    private static readonly string[] DateTimes = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static bool TryReadBoolean(FilterValue value, PropertyDefinition property, out bool result)
    {
        result = value.AsBoolean() ?? false;
        return value.AsBoolean() is not null;
    }

    public static bool TryReadText(FilterValue value, PropertyDefinition property, out string result)
    {
        if (property.ValueType.IsEnum)
        {
            var isNumber = long.TryParse(FilterNumbers.Digits(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            result = Member(value, property)?.ToString() ?? (isNumber ? EnumNames.OfNumber(property.ValueType, number) : null) ?? ""; // as it is stored
            return result.Length > 0;
        }

        result = (value as TextValue)?.Text ?? "";
        return value is TextValue;
    }

    public static string ExpectedText(FilterValue value, PropertyDefinition property) => property.ValueType.IsEnum ? ExpectedMember(property) : "a text";

    /// <summary>The member of the property's enum that a text names, or null.</summary>
    public static Enum? Member(FilterValue value, PropertyDefinition property) =>
        property.ValueType.IsEnum && value is TextValue { Text: var name } ? JsonTexts.Member(property.ValueType, name) : null;

    public static string ExpectedMember(PropertyDefinition property) => $"one of {string.Join(", ", Enum.GetNames(property.ValueType).Select(FilterValue.Quote))}, or its number";

    public static bool TryReadChar(FilterValue value, PropertyDefinition property, out char result)
    {
        result = default;
        return value is TextValue { Text: var text } && JsonTexts.TryReadChar(text, out result);
    }

    public static bool TryReadGuid(FilterValue value, PropertyDefinition property, out Guid result)
    {
        result = default;
        return value is TextValue { Text: var text } && JsonTexts.TryReadGuid(text, out result);
    }

    /// <summary>Without an offset it is taken as it stands; with one it becomes UTC, whatever the computer's own time zone.</summary>
    public static bool TryReadDateTime(FilterValue value, PropertyDefinition property, out DateTime result)
    {
        result = default;
        return value is TextValue { Text: var text } && DateTime.TryParseExact(text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out result)
            // What UTC has no year for comes out a day later.
            && (result.Kind == DateTimeKind.Unspecified || DateTimeOffset.TryParseExact(text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    /// <summary>Without an offset it is UTC.</summary>
    public static bool TryReadDateTimeOffset(FilterValue value, PropertyDefinition property, out DateTimeOffset result)
    {
        result = default;
        return value is TextValue { Text: var text } && DateTimeOffset.TryParseExact(text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out result);
    }

    public static bool TryReadDate(FilterValue value, PropertyDefinition property, out DateOnly result)
    {
        result = default;
        return value is TextValue { Text: var text } && JsonTexts.TryReadDate(text, out result);
    }

    public static bool TryReadTime(FilterValue value, PropertyDefinition property, out TimeOnly result)
    {
        result = default;
        return value is TextValue { Text: var text } && JsonTexts.TryReadTime(text, out result);
    }

    public static bool TryReadDuration(FilterValue value, PropertyDefinition property, out TimeSpan result)
    {
        result = default;
        return value is TextValue { Text: var text } && JsonTexts.TryReadDuration(text, out result);
    }

    public static bool TryReadBytes(FilterValue value, PropertyDefinition property, out byte[] result)
    {
        result = [];
        if (value is not TextValue { Text: var text })
        {
            return false;
        }

        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var length))
        {
            return false;
        }

        result = buffer[..length];
        return true;
    }
}
