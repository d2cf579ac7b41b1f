using System.Runtime.CompilerServices;

namespace Relations.Definitions;

/// <summary>Reads values whose type is a type parameter. For a value type, the compiler leaves only the one branch that applies.</summary>
internal static class ColumnValue
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader
    {
        if (typeof(T) == typeof(int))
        {
            return (T)(object)row.GetInt32(ordinal);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)row.GetInt64(ordinal);
        }

        if (typeof(T) == typeof(string))
        {
            return (T)(object)row.GetString(ordinal);
        }

        return typeof(T) == typeof(Guid) ? (T)(object)row.GetGuid(ordinal) : ReadRare<TReader, T>(ref row, ordinal);
    }

    private static T ReadRare<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader
    {
        if (typeof(T).IsEnum)
        {
            return ReadEnum<TReader, T>(ref row, ordinal);
        }

        object value = default(T) switch
        {
            bool => row.GetBoolean(ordinal),
            sbyte => row.GetSByte(ordinal),
            byte => row.GetByte(ordinal),
            short => row.GetInt16(ordinal),
            ushort => row.GetUInt16(ordinal),
            uint => row.GetUInt32(ordinal),
            ulong => row.GetUInt64(ordinal),
            float => row.GetSingle(ordinal),
            double => row.GetDouble(ordinal),
            decimal => row.GetDecimal(ordinal),
            char => row.GetChar(ordinal),
            DateTime => row.GetDateTime(ordinal),
            DateTimeOffset => row.GetDateTimeOffset(ordinal),
            DateOnly => row.GetDateOnly(ordinal),
            TimeOnly => row.GetTimeOnly(ordinal),
            TimeSpan => row.GetTimeSpan(ordinal),
            _ when typeof(T) == typeof(byte[]) => row.GetBytes(ordinal),
            _ => throw new NotSupportedException($"{typeof(T)} cannot be a key."),
        };
        return (T)value;
    }

    private static T ReadEnum<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.SByte => As<sbyte, T>(row.GetSByte(ordinal)),
        TypeCode.Byte => As<byte, T>(row.GetByte(ordinal)),
        TypeCode.Int16 => As<short, T>(row.GetInt16(ordinal)),
        TypeCode.UInt16 => As<ushort, T>(row.GetUInt16(ordinal)),
        TypeCode.UInt32 => As<uint, T>(row.GetUInt32(ordinal)),
        TypeCode.Int64 => As<long, T>(row.GetInt64(ordinal)),
        TypeCode.UInt64 => As<ulong, T>(row.GetUInt64(ordinal)),
        _ => As<int, T>(row.GetInt32(ordinal)),
    };

    private static T As<TInteger, T>(TInteger value) where TInteger : struct => Unsafe.As<TInteger, T>(ref value);
}
