using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Renders how concurrency tokens move on.</summary>
internal static class ConcurrencyTokenRenderer
{
    /// <summary>Renders the assignment of the next token: one more than the row's, and 0 after the greatest that the property can hold.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="token">The token.</param>
    /// <param name="row">What stands before the columns of the row as it is.</param>
    public static void WriteNext(SqlWriter sql, PropertyDefinition token, string row)
    {
        sql.WriteIdentifier(token.Column).Write(" = CASE WHEN ").Write(row).WriteIdentifier(token.Column).Write(" >= ").Write(Greatest(token.ColumnType))
            .Write(" THEN 0 ELSE COALESCE(").Write(row).WriteIdentifier(token.Column).Write(", 0) + 1 END");
    }

    /// <summary>Of a UInt64, the greatest that SQLite can hold.</summary>
    private static string Greatest(ColumnType type) => type switch
    {
        ColumnType.SByte => "127",
        ColumnType.Byte => "255",
        ColumnType.Int16 => "32767",
        ColumnType.UInt16 => "65535",
        ColumnType.Int32 => "2147483647",
        ColumnType.UInt32 => "4294967295",
        _ => "9223372036854775807",
    };
}
