using System.Globalization;
using System.Numerics;

namespace Relations.Definitions.Json;

/// <summary>Reads the digits of a number as bodies and filters have them: exactly or not at all.</summary>
internal static class JsonNumbers
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads an integer; JSON does not tell <c>1.0</c> and <c>1e0</c> from <c>1</c>.</summary>
    public static bool TryReadInteger<T>(string digits, out T result) where T : struct, IBinaryInteger<T> => T.TryParse(digits, Styles, CultureInfo.InvariantCulture, out result);

    public static bool TryReadFloat<T>(string digits, out T result) where T : struct, IBinaryFloatingPointIeee754<T> =>
        T.TryParse(digits, Styles, CultureInfo.InvariantCulture, out result) && T.IsFinite(result);

    /// <summary>Reads a decimal; one with more digits than the type has would be rounded, and is refused.</summary>
    public static bool TryReadDecimal(string digits, out decimal result) =>
        decimal.TryParse(digits, Styles, CultureInfo.InvariantCulture, out result) && Significant(digits) == Significant(result.ToString(CultureInfo.InvariantCulture));

    /// <summary>The digits of a number without zeros around them, and the power of ten of the last.</summary>
    private static (string Digits, long Exponent) Significant(string number)
    {
        var mantissa = number.AsSpan().TrimStart("+-");
        var exponent = 0L;
        var e = mantissa.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            _ = long.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent); // only of zero can it be any longer
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
        }

        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        return trimmed.Length == 0 ? ("", 0) : (trimmed, exponent + digits.Length - trimmed.Length);
    }
}
