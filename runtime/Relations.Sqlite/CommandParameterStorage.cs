using Microsoft.Data.Sqlite;

namespace Relations.Sqlite;

/// <summary>A parameter of an ADO.NET command, given only types that SQLite has, so that both ways store alike.</summary>
internal readonly struct CommandParameterStorage(SqliteParameter parameter) : IStorage
{
    public void StoreNull() => parameter.Value = DBNull.Value;

    public void StoreInteger(long value) => parameter.Value = value;

    public void StoreReal(double value) => parameter.Value = value;

    public void StoreText(ReadOnlySpan<char> text)
    {
        // Checks for what UTF-8 cannot express; the provider would replace it silently.
        using var utf8 = new Utf8Text(text, stackalloc byte[256]);
        parameter.Value = text.ToString();
    }

    public void StoreBlob(ReadOnlySpan<byte> bytes) => parameter.Value = bytes.ToArray();
}
