using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Stores a value in a parameter of a prepared statement.</summary>
/// <typeparam name="TParameter">How the parameter is bound.</typeparam>
/// <param name="parameter">The parameter.</param>
/// <param name="number">Its number, counted from 1, for messages.</param>
internal readonly struct ParameterStorage<TParameter>(TParameter parameter, int number) : IStorage where TParameter : struct, IStatementParameter<TParameter>
{
    public void StoreNull() => Check(parameter.BindNull());

    public void StoreInteger(long value) => Check(parameter.BindInteger(value));

    public void StoreReal(double value) => Check(parameter.BindReal(value));

    public void StoreText(ReadOnlySpan<char> text)
    {
        using var utf8 = new Utf8Text(text, stackalloc byte[512]);
        StoreUtf8(utf8.Bytes);
    }

    /// <summary>Takes a text that is UTF-8 already. It is copied.</summary>
    public void StoreUtf8(ReadOnlySpan<byte> text) => Check(parameter.BindText(text));

    public void StoreBlob(ReadOnlySpan<byte> bytes) => Check(parameter.BindBlob(bytes));

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Refused(code);
        }
    }

    private RelationsException Refused(int code) => new(code switch
    {
        raw.SQLITE_RANGE => $"The statement has no parameter ?{number}.",
        raw.SQLITE_TOOBIG => $"The value of parameter ?{number} is longer than SQLite's limit of 1,000,000,000 bytes. Store it in parts, or in a file.",
        _ => $"SQLite refused the value of parameter ?{number}: {raw.sqlite3_errstr(code).utf8_to_string()}.",
    });
}
