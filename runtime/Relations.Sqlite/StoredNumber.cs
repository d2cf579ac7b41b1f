using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Relations.Sqlite;

/// <summary>Reads decimals and durations from the UTF-8 text they are stored as.</summary>
internal static class StoredNumber
{
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        (Utf8Parser.TryParse(text, out value, out var length) && length == text.Length)
        || decimal.TryParse(Encoding.UTF8.GetString(text), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    public static bool TryReadDuration(ReadOnlySpan<byte> text, out TimeSpan value) =>
        (Utf8Parser.TryParse(text, out value, out var length, 'c') && length == text.Length)
        || TimeSpan.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, out value);
}
