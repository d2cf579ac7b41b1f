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

    private static T ReadEnum<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader
    {
        var size = Unsafe.SizeOf<T>();
        if (size == sizeof(int))
        {
            var value = Type.GetTypeCode(typeof(T)) == TypeCode.UInt32 ? (int)row.GetUInt32(ordinal) : row.GetInt32(ordinal);
            return Unsafe.As<int, T>(ref value);
        }

        if (size == sizeof(long))
        {
            var value = Type.GetTypeCode(typeof(T)) == TypeCode.UInt64 ? (long)row.GetUInt64(ordinal) : row.GetInt64(ordinal);
            return Unsafe.As<long, T>(ref value);
        }

        var small = row.GetInt32(ordinal);
        if (size == sizeof(short))
        {
            var value = (short)small;
            return Unsafe.As<short, T>(ref value);
        }

        var tiny = (byte)small;
        return Unsafe.As<byte, T>(ref tiny);
    }
}
