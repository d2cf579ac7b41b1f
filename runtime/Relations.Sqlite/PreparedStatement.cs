using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A statement that SQLite has compiled.</summary>
internal sealed class PreparedStatement(sqlite3_stmt handle, bool isKept)
{
    public sqlite3_stmt Handle { get; } = handle;

    /// <summary>Whether it changes nothing, so that reading may end before its last row.</summary>
    public bool IsReadOnly { get; } = raw.sqlite3_stmt_readonly(handle) != 0;

    /// <summary>Whether it has given a row, so that starting over would give it twice.</summary>
    public bool HasRow { get; set; }

    /// <summary>Whether somebody is stepping through it: it cannot be used a second time meanwhile.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Whether the cache holds it; otherwise it is finalised after use.</summary>
    public bool IsKept { get; private set; } = isKept;

    public void Start() => (IsRunning, HasRow) = (true, false);

    /// <summary>Makes it ready for the next use, or finalises it where there is none.</summary>
    public void Finish()
    {
        IsRunning = false;
        if (IsKept)
        {
            // Both repeat or ignore the error of the last step, which was reported when it happened.
            _ = raw.sqlite3_reset(Handle);
            _ = raw.sqlite3_clear_bindings(Handle);
        }
        else
        {
            Handle.Dispose();
        }
    }

    /// <summary>The cache lets it go: finalises it, at the end of its use if it runs.</summary>
    public void Evict()
    {
        IsKept = false;
        if (!IsRunning)
        {
            Handle.Dispose();
        }
    }
}
