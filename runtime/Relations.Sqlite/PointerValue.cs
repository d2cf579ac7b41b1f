namespace Relations.Sqlite;

/// <summary>A value read by the addresses of SQLite's functions.</summary>
/// <remarks>
/// Each <c>sqlite3_column_*</c> locks the connection; asking for the value once, and then for its parts, locks once. SQLite allows it where the
/// connection's lock is held, or no other thread uses it (sqlite.org/c3ref/column_blob.html), and a connection serves one operation at a time.
/// </remarks>
internal readonly unsafe struct PointerValue : IStoredValue<PointerValue>
{
    private readonly nint value;

    private PointerValue(nint value) => this.value = value;

    public static PointerValue Of(PreparedStatement statement, int ordinal) => new(SqliteLibrary.ColumnValue(statement.Address, ordinal));

    public int Type => SqliteLibrary.ValueType(value);

    public long Integer => SqliteLibrary.ValueInt64(value);

    public double Real => SqliteLibrary.ValueDouble(value);

    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            // Asking for the length first converts the text of a UTF-16 database; asking for the pointer first would give the bytes as they are stored.
            var length = SqliteLibrary.ValueBytes(value);
            return new(SqliteLibrary.ValueBlob(value), length);
        }
    }
}
