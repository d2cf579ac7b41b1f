namespace Relations.Definitions;

/// <summary>How values of a type are stored.</summary>
internal static class ColumnTypes
{
    /// <summary>How a column takes values of this type as they are; an enum as its underlying integer.</summary>
    public static ColumnType Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ColumnType.Boolean,
        TypeCode.SByte => ColumnType.SByte,
        TypeCode.Byte => ColumnType.Byte,
        TypeCode.Int16 => ColumnType.Int16,
        TypeCode.UInt16 => ColumnType.UInt16,
        TypeCode.Int32 => ColumnType.Int32,
        TypeCode.UInt32 => ColumnType.UInt32,
        TypeCode.Int64 => ColumnType.Int64,
        TypeCode.UInt64 => ColumnType.UInt64,
        TypeCode.Single => ColumnType.Single,
        TypeCode.Double => ColumnType.Double,
        TypeCode.Decimal => ColumnType.Decimal,
        TypeCode.Char => ColumnType.Char,
        TypeCode.String => ColumnType.Text,
        TypeCode.DateTime => ColumnType.DateTime,
        _ => OfOthers(type),
    };

    private static ColumnType OfOthers(Type type) =>
        type == typeof(Guid) ? ColumnType.Guid
        : type == typeof(DateTimeOffset) ? ColumnType.DateTimeOffset
        : type == typeof(DateOnly) ? ColumnType.DateOnly
        : type == typeof(TimeOnly) ? ColumnType.TimeOnly
        : type == typeof(TimeSpan) ? ColumnType.TimeSpan
        : type == typeof(byte[]) ? ColumnType.Bytes
        : throw new NotSupportedException($"A column cannot hold a {type}.");
}
