using System.Text.Json;

namespace Relations.Sqlite;

/// <summary>An element of a JSON array, the form in which json_each takes many values as one.</summary>
internal readonly struct ListStorage(Utf8JsonWriter json) : IStorage
{
    public void StoreNull() => json.WriteNullValue();

    public void StoreInteger(long value) => json.WriteNumberValue(value);

    public void StoreReal(double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            // JSON has no infinity; a number out of range is one to SQLite.
            json.WriteRawValue(value > 0 ? "9e999"u8 : "-9e999"u8, skipInputValidation: true);
        }
    }

    public void StoreText(ReadOnlySpan<char> text)
    {
        using var utf8 = new Utf8Text(text, stackalloc byte[256]);
        json.WriteStringValue(utf8.Bytes);
    }

    /// <summary>Takes bytes as hexadecimal text, since JSON has none; the dialect reads it with unhex.</summary>
    public void StoreBlob(ReadOnlySpan<byte> bytes) => json.WriteStringValue(Convert.ToHexString(bytes));
}
