using System.Text;

namespace Relations.Benchmarks.Contenders;

/// <summary>A prepared statement. Parameters count from 1, in the order of their first use; columns count from 0.</summary>
internal readonly unsafe struct NativeStatement
{
    private const uint Persistent = 1;
    private const nint Copy = -1;
    private readonly nint handle;

    public NativeStatement(nint database, string sql)
    {
        var code = Sqlite3.Prepare(database, sql, -1, Persistent, out handle, 0);
        if (code != 0)
        {
            throw new InvalidOperationException($"SQLite refused '{sql}': {code}.");
        }
    }

    public void Bind(int parameter, int value) => Sqlite3.BindInt(handle, parameter, value);

    public void Bind(int parameter, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= 256 ? stackalloc byte[256] : new byte[most];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* start = bytes)
        {
            Sqlite3.BindText(handle, parameter, start, length, Copy);
        }
    }

    public bool Step() => Sqlite3.Step(handle) switch
    {
        Sqlite3.Row => true,
        Sqlite3.Done => false,
        var code => throw new InvalidOperationException($"SQLite failed with {code}."),
    };

    public int Int(int column) => Sqlite3.ColumnInt(handle, column);

    public string Text(int column)
    {
        var text = Sqlite3.ColumnText(handle, column);
        return Encoding.UTF8.GetString(text, Sqlite3.ColumnBytes(handle, column));
    }

    public void Reset() => Sqlite3.Reset(handle);

    /// <summary>Runs it where no rows are wanted.</summary>
    public void Run()
    {
        _ = Step();
        Reset();
    }

    public void Finish() => Sqlite3.Finish(handle);
}
