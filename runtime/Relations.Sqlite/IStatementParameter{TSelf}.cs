using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A parameter of a prepared statement. Each method returns SQLite's result code, such as <see cref="raw.SQLITE_OK"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IStatementParameter<TSelf> where TSelf : struct, IStatementParameter<TSelf>
{
    /// <summary>A parameter by its number, counted from 1.</summary>
    static abstract TSelf Of(PreparedStatement statement, int number);

    /// <summary>Gives it NULL.</summary>
    int BindNull();

    /// <summary>Gives it an INTEGER.</summary>
    int BindInteger(long value);

    /// <summary>Gives it a REAL.</summary>
    int BindReal(double value);

    /// <summary>Gives it a TEXT, which is copied.</summary>
    int BindText(ReadOnlySpan<byte> utf8);

    /// <summary>Gives it a BLOB, which is copied.</summary>
    int BindBlob(ReadOnlySpan<byte> bytes);
}
