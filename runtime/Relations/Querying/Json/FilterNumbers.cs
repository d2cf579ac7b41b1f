using System.Globalization;
using System.Numerics;
using Relations.Definitions;
using Relations.Definitions.Json;

namespace Relations.Querying.Json;

/// <summary>Reads numbers, as bodies have them, or as texts.</summary>
internal static class FilterNumbers
{
    /// <summary>Reads an integer; an enum's also by its name.</summary>
    public static bool TryReadInteger<T>(FilterValue value, PropertyDefinition property, out T result) where T : struct, IBinaryInteger<T>
    {
        result = default;
        if (FilterTexts.Member(value, property) is { } member)
        {
            // Of the enum's own underlying type.
            return T.TryParse(member.ToString("D"), CultureInfo.InvariantCulture, out result);
        }

        return Digits(value) is { } digits && JsonNumbers.TryReadInteger(digits, out result);
    }

    /// <summary>What is expected of an integer; the range only where it was missed.</summary>
    public static string ExpectedInteger<T>(FilterValue value, PropertyDefinition property) where T : struct, IMinMaxValue<T>
    {
        if (property.ValueType.IsEnum)
        {
            return FilterTexts.ExpectedMember(property);
        }

        return Digits(value) is { } digits && digits.TrimStart('-', '+').All(char.IsAsciiDigit) && digits.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}")
            : "an integer";
    }

    public static bool TryReadFloat<T>(FilterValue value, PropertyDefinition property, out T result) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        result = default;
        return Digits(value) is { } digits && JsonNumbers.TryReadFloat(digits, out result);
    }

    /// <summary>Reads a decimal; one with more digits than the type has would be rounded, and is refused.</summary>
    public static bool TryReadDecimal(FilterValue value, PropertyDefinition property, out decimal result)
    {
        result = default;
        return Digits(value) is { } digits && JsonNumbers.TryReadDecimal(digits, out result);
    }

    /// <summary>The digits of a number, also of one that is given as text: as a query string has it, and as JSON has integers that JavaScript cannot hold.</summary>
    public static string? Digits(FilterValue value) => value switch
    {
        NumberValue number => number.Text,
        TextValue text when !text.Text.Contains('\0', StringComparison.Ordinal) => text.Text, // .NET's parsers pass over zeros at the end
        _ => null,
    };
}
