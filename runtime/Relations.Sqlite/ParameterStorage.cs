using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A parameter of a prepared statement.</summary>
internal readonly struct ParameterStorage(sqlite3_stmt statement, int number) : IStorage
{
    public void StoreNull() => Check(raw.sqlite3_bind_null(statement, number));

    public void StoreInteger(long value) => Check(raw.sqlite3_bind_int64(statement, number, value));

    public void StoreReal(double value) => Check(raw.sqlite3_bind_double(statement, number, value));

    public void StoreText(ReadOnlySpan<char> text)
    {
        using var utf8 = new Utf8Text(text, stackalloc byte[512]);
        StoreUtf8(utf8.Bytes);
    }

    /// <summary>Takes a text that is UTF-8 already. It is copied.</summary>
    public void StoreUtf8(ReadOnlySpan<byte> text) => Check(
        text.IsEmpty
            ? raw.sqlite3_bind_text(statement, number, utf8z.FromSpan("\0"u8)) // an empty span would be a null pointer, which is NULL
            : raw.sqlite3_bind_text(statement, number, text));

    public void StoreBlob(ReadOnlySpan<byte> bytes) => Check(
        bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, number, 0)
            : raw.sqlite3_bind_blob(statement, number, bytes));

    private void Check(int code)
    {
        switch (code)
        {
            case raw.SQLITE_OK:
                return;
            case raw.SQLITE_RANGE:
                throw new RelationsException($"The statement has no parameter ?{number}.");
            case raw.SQLITE_TOOBIG:
                throw new RelationsException($"The value of parameter ?{number} is longer than SQLite's limit of 1,000,000,000 bytes. Store it in parts, or in a file.");
            default:
                throw new RelationsException($"SQLite refused the value of parameter ?{number}: {raw.sqlite3_errstr(code).utf8_to_string()}.");
        }
    }
}
