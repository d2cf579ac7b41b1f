using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Stores a value in a parameter of a prepared statement.</summary>
/// <typeparam name="TParameter">How the parameter is bound.</typeparam>
/// <param name="statement">The statement.</param>
/// <param name="number">The parameter's number, counted from 1.</param>
internal readonly struct ParameterStorage<TParameter>(PreparedStatement statement, int number) : IStorage where TParameter : struct, IStatementParameter<TParameter>
{
    private TParameter Parameter => TParameter.Of(statement, number);

    public void StoreNull() => Check(Parameter.BindNull());

    public void StoreInteger(long value) => Check(Parameter.BindInteger(value));

    public void StoreReal(double value) => Check(Parameter.BindReal(value));

    public void StoreText(ReadOnlySpan<char> text)
    {
        using var utf8 = new Utf8Text(text, stackalloc byte[512]);
        StoreUtf8(utf8.Bytes);
    }

    /// <summary>Takes a text that is UTF-8 already. It is copied.</summary>
    public void StoreUtf8(ReadOnlySpan<byte> text)
    {
        Check(Parameter.BindText(text));
        statement.BoundBytes += text.Length;
    }

    public void StoreBlob(ReadOnlySpan<byte> bytes)
    {
        Check(Parameter.BindBlob(bytes));
        statement.BoundBytes += bytes.Length;
    }

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
