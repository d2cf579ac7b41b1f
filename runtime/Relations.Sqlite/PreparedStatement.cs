using Relations.Sessions;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A statement that SQLite has compiled. What derives from it says how SQLite's functions are called.</summary>
internal abstract class PreparedStatement
{
    /// <summary>More than so many bytes of values are not kept between two uses.</summary>
    private const int KeptBytes = 4096;

    protected PreparedStatement(sqlite3_stmt handle, bool isKept)
    {
        Handle = handle;
        Address = handle.DangerousGetHandle();
        ParameterCount = raw.sqlite3_bind_parameter_count(handle);
        HasColumns = raw.sqlite3_column_count(handle) != 0;
        IsReadOnly = raw.sqlite3_stmt_readonly(handle) != 0;
        IsKept = isKept;
    }

    public sqlite3_stmt Handle { get; }

    /// <summary>What the handle holds; valid as long as the statement is not finalised.</summary>
    public nint Address { get; }

    public int ParameterCount { get; }

    /// <summary>Whether it gives rows, if there are any.</summary>
    public bool HasColumns { get; }

    /// <summary>How many bytes of text and blobs its parameters hold. Every use gives all parameters new values, so that only great ones need be let go.</summary>
    public int BoundBytes { get; set; }

    /// <summary>Whether it changes nothing, so that reading may end before its last row.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether it has given a row, so that starting over would give it twice.</summary>
    public bool HasRow { get; set; }

    /// <summary>Whether somebody is stepping through it: it cannot be used a second time meanwhile.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Whether the cache holds it; otherwise it is finalised after use.</summary>
    public bool IsKept { get; private set; }

    public void Start() => (IsRunning, HasRow) = (true, false);

    /// <summary>Gives the parameters their values.</summary>
    public void Bind(Statement statement)
    {
        if (ParameterCount > statement.ParameterCount)
        {
            throw new RelationsException("The statement's text names parameters that nothing gives values to; SQLite would take NULL. Write the values into the interpolated string: $\"… = {value}\".");
        }

        BindValues(statement);
    }

    /// <summary>Goes on to the next row, or runs to the end. Returns SQLite's result code.</summary>
    public abstract int Step();

    /// <summary>Hands over the row on which it stands. Returns false where the sink has enough.</summary>
    public abstract bool Give(RowSink sink);

    /// <summary>Goes back to before the first row, with the same values.</summary>
    public abstract void Reset();

    /// <summary>Makes it ready for the next use, or finalises it where there is none.</summary>
    public void Finish()
    {
        IsRunning = false;
        if (IsKept)
        {
            Reset();
            if (BoundBytes > KeptBytes)
            {
                ClearBindings();
            }

            BoundBytes = 0;
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

    protected abstract void BindValues(Statement statement);

    protected abstract void ClearBindings();
}
