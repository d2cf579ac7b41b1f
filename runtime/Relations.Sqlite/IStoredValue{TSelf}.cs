using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>A column's value in the row on which a statement stands, as SQLite holds it. Valid until the next step.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IStoredValue<TSelf> where TSelf : struct, IStoredValue<TSelf>
{
    /// <summary>The value of a column.</summary>
    static abstract TSelf Of(PreparedStatement statement, int ordinal);

    /// <summary>Its storage class, such as <see cref="raw.SQLITE_INTEGER"/>.</summary>
    int Type { get; }

    /// <summary>The value of an INTEGER.</summary>
    long Integer { get; }

    /// <summary>The value of a REAL, or of an INTEGER.</summary>
    double Real { get; }

    /// <summary>The bytes of a BLOB, or of a TEXT as UTF-8.</summary>
    ReadOnlySpan<byte> Bytes { get; }
}
