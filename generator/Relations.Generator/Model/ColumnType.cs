namespace Relations.Generator.Model;

/// <summary>The members of <c>Relations.Definitions.ColumnType</c>, by the same names.</summary>
internal enum ColumnType
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,
    Text,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Bytes,
}
