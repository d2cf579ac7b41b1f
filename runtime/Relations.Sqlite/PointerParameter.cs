namespace Relations.Sqlite;

/// <summary>A parameter that is bound by the addresses of SQLite's functions.</summary>
internal readonly unsafe struct PointerParameter : IStatementParameter<PointerParameter>
{
    /// <summary>SQLITE_TRANSIENT: SQLite makes its own copy.</summary>
    private const nint Copied = -1;

    private readonly nint statement;
    private readonly int number;

    private PointerParameter(nint statement, int number) => (this.statement, this.number) = (statement, number);

    public static PointerParameter Of(PreparedStatement statement, int number) => new(statement.Address, number);

    public int BindNull() => SqliteLibrary.BindNull(statement, number);

    public int BindInteger(long value) => SqliteLibrary.BindInt64(statement, number, value);

    public int BindReal(double value) => SqliteLibrary.BindDouble(statement, number, value);

    public int BindText(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = NotNull(utf8))
        {
            return SqliteLibrary.BindText(statement, number, text, utf8.Length, Copied);
        }
    }

    public int BindBlob(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* blob = NotNull(bytes))
        {
            return SqliteLibrary.BindBlob(statement, number, blob, bytes.Length, Copied);
        }
    }

    /// <summary>The address of an empty span is null, which SQLite would take for NULL.</summary>
    private static ReadOnlySpan<byte> NotNull(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? "\0"u8 : bytes;
}
