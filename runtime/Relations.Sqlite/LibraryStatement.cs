using Relations.Sessions;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A statement that runs through SQLitePCL: where the addresses of SQLite's functions are not to be had.</summary>
internal sealed class LibraryStatement(sqlite3_stmt handle, bool isKept) : PreparedStatement(handle, isKept)
{
    public override int Step() => raw.sqlite3_step(Handle);

    public override bool Give(RowSink sink)
    {
        var row = new SqliteRow<LibraryValue>(this);
        return sink.Accept(ref row);
    }

    public override void Reset() => _ = raw.sqlite3_reset(Handle); // repeats the error of the last step, which was reported when it happened

    protected override void BindValues(Statement statement)
    {
        var binder = new SqliteBinder<LibraryParameter>(this);
        statement.Bind(ref binder);
    }

    protected override void ClearBindings() => _ = raw.sqlite3_clear_bindings(Handle);
}
