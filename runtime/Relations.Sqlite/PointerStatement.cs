using Relations.Sessions;
using Relations.Sql;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A statement that runs by the addresses of SQLite's functions.</summary>
internal sealed unsafe class PointerStatement(sqlite3_stmt handle, bool isKept) : PreparedStatement(handle, isKept)
{
    public override int Step() => SqliteLibrary.Step(Address);

    public override bool Give(RowSink sink)
    {
        var row = new SqliteRow<PointerValue>(this);
        return sink.Accept(ref row);
    }

    public override void Reset() => _ = SqliteLibrary.Reset(Address); // repeats the error of the last step, which was reported when it happened

    protected override void BindValues(Statement statement)
    {
        var binder = new SqliteBinder<PointerParameter>(this);
        statement.Bind(ref binder);
    }

    protected override void ClearBindings() => _ = SqliteLibrary.ClearBindings(Address);
}
