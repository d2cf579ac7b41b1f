using System.Globalization;
using System.Text.Json;

namespace Relations.Sqlite;

/// <summary>An element of a JSON array, the form in which json_each takes many values as one.</summary>
internal readonly struct ListStorage(Utf8JsonWriter json) : IStorage
{
    public void StoreNull() => json.WriteNullValue();

    public void StoreInteger(long value) => json.WriteNumberValue(value);

    /// <summary>Takes a number as text: JSON has no infinity, and SQLite does not read very large and very small numbers to the last bit. The dialect reads it with <see cref="SqliteFunctions.Real"/>.</summary>
    public void StoreReal(double value)
    {
        Span<byte> text = stackalloc byte[32];
        _ = value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    public void StoreText(ReadOnlySpan<char> text)
    {
        using var utf8 = new Utf8Text(text, stackalloc byte[256]);
        json.WriteStringValue(utf8.Bytes);
    }

    /// <summary>Takes bytes as hexadecimal text, since JSON has none; the dialect reads it with unhex.</summary>
    public void StoreBlob(ReadOnlySpan<byte> bytes) => json.WriteStringValue(Convert.ToHexString(bytes));
}
