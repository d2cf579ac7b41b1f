using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A value read through SQLitePCL.</summary>
internal readonly struct LibraryValue : IStoredValue<LibraryValue>
{
    private readonly sqlite3_stmt statement;
    private readonly int ordinal;

    private LibraryValue(sqlite3_stmt statement, int ordinal) => (this.statement, this.ordinal) = (statement, ordinal);

    public static LibraryValue Of(PreparedStatement statement, int ordinal) => new(statement.Handle, ordinal);

    public int Type => raw.sqlite3_column_type(statement, ordinal);

    public long Integer => raw.sqlite3_column_int64(statement, ordinal);

    public double Real => raw.sqlite3_column_double(statement, ordinal);

    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            // Asking for the length first converts the text of a UTF-16 database; asking for the pointer first would give the bytes as they are stored.
            _ = raw.sqlite3_column_bytes(statement, ordinal);
            return raw.sqlite3_column_blob(statement, ordinal);
        }
    }
}
