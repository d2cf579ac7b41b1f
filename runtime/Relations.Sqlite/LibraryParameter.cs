using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A parameter that is bound through SQLitePCL.</summary>
internal readonly struct LibraryParameter : IStatementParameter<LibraryParameter>
{
    private readonly sqlite3_stmt statement;
    private readonly int number;

    private LibraryParameter(sqlite3_stmt statement, int number) => (this.statement, this.number) = (statement, number);

    public static LibraryParameter Of(PreparedStatement statement, int number) => new(statement.Handle, number);

    public int BindNull() => raw.sqlite3_bind_null(statement, number);

    public int BindInteger(long value) => raw.sqlite3_bind_int64(statement, number, value);

    public int BindReal(double value) => raw.sqlite3_bind_double(statement, number, value);

    public int BindText(ReadOnlySpan<byte> utf8) => utf8.IsEmpty
        ? raw.sqlite3_bind_text(statement, number, utf8z.FromSpan("\0"u8)) // an empty span would be a null pointer, which is NULL
        : raw.sqlite3_bind_text(statement, number, utf8);

    public int BindBlob(ReadOnlySpan<byte> bytes) => bytes.IsEmpty
        ? raw.sqlite3_bind_zeroblob(statement, number, 0)
        : raw.sqlite3_bind_blob(statement, number, bytes);
}
