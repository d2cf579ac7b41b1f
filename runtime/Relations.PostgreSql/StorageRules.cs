using System.Globalization;
using System.Runtime.CompilerServices;
using NpgsqlTypes;

namespace Relations.PostgreSql;

/// <summary>How each type is stored: an enum as its integer, an integer that PostgreSQL does not have as the next larger one.</summary>
internal static class StorageRules
{
    /// <summary>Stores a value. The comparisons of types are decided when the method is compiled for the type.</summary>
    public static void Store<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (typeof(T) == typeof(string))
        {
            StoreText(Unsafe.As<T, string?>(ref value), ref storage);
        }
        else if (typeof(T) == typeof(byte[]))
        {
            StoreBytes(Unsafe.As<T, byte[]?>(ref value), ref storage);
        }
        else if (Get<T, int>(ref value, out var integer))
        {
            Store(integer, NpgsqlDbType.Integer, ref storage);
        }
        else if (Get<T, long>(ref value, out var number))
        {
            Store(number, NpgsqlDbType.Bigint, ref storage);
        }
        else if (Get<T, Guid>(ref value, out var identifier))
        {
            Store(identifier, NpgsqlDbType.Uuid, ref storage);
        }
        else if (Get<T, bool>(ref value, out var truth))
        {
            Store(truth, NpgsqlDbType.Boolean, ref storage);
        }
        else if (Get<T, decimal>(ref value, out var amount))
        {
            Store(amount, NpgsqlDbType.Numeric, ref storage);
        }
        else if (Get<T, double>(ref value, out var real))
        {
            Store(real, NpgsqlDbType.Double, ref storage);
        }
        else if (Get<T, float>(ref value, out var single))
        {
            Store(single, NpgsqlDbType.Real, ref storage);
        }
        else
        {
            StoreTime(value, ref storage);
        }
    }

    private static void StoreTime<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (Get<T, DateTime>(ref value, out var moment))
        {
            Store(moment is { } given ? new DateTime(InMicroseconds(given.Ticks)) : default(DateTime?), NpgsqlDbType.Timestamp, ref storage);
        }
        else if (Get<T, DateTimeOffset>(ref value, out var instant))
        {
            Store(instant is { } given ? new DateTimeOffset(InMicroseconds(given.UtcTicks), TimeSpan.Zero) : default(DateTimeOffset?), NpgsqlDbType.TimestampTz, ref storage);
        }
        else if (Get<T, DateOnly>(ref value, out var date))
        {
            Store(date, NpgsqlDbType.Date, ref storage);
        }
        else if (Get<T, TimeOnly>(ref value, out var time))
        {
            Store(time, NpgsqlDbType.Time, ref storage);
        }
        else if (Get<T, TimeSpan>(ref value, out var duration))
        {
            Store(duration, NpgsqlDbType.Interval, ref storage);
        }
        else
        {
            StoreSmall(value, ref storage);
        }
    }

    /// <summary>
    /// What is finer than PostgreSQL's times is cut off; Npgsql would do so towards the year 2000. The last moment of all stays: Npgsql makes infinity of it, and minus infinity of the first.
    /// </summary>
    private static long InMicroseconds(long ticks) => ticks == DateTime.MaxValue.Ticks ? ticks : ticks - (ticks % TimeSpan.TicksPerMicrosecond);

    private static void StoreSmall<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (Get<T, sbyte>(ref value, out var signed))
        {
            Store((short?)signed, NpgsqlDbType.Smallint, ref storage);
        }
        else if (Get<T, byte>(ref value, out var unsigned))
        {
            Store((short?)unsigned, NpgsqlDbType.Smallint, ref storage);
        }
        else if (Get<T, short>(ref value, out var small))
        {
            Store(small, NpgsqlDbType.Smallint, ref storage);
        }
        else if (Get<T, ushort>(ref value, out var unsignedSmall))
        {
            Store((int?)unsignedSmall, NpgsqlDbType.Integer, ref storage);
        }
        else if (Get<T, uint>(ref value, out var unsignedInteger))
        {
            Store((long?)unsignedInteger, NpgsqlDbType.Bigint, ref storage);
        }
        else if (Get<T, ulong>(ref value, out var unsignedLong))
        {
            Store((decimal?)unsignedLong, NpgsqlDbType.Numeric, ref storage);
        }
        else if (Get<T, char>(ref value, out var character))
        {
            // PostgreSQL's texts hold no NUL, which is a character's default; nothing else is stored as the empty text.
            StoreText(character is '\0' ? "" : character?.ToString(), ref storage);
        }
        else if ((Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).IsEnum)
        {
            StoreEnum(value, ref storage);
        }
        else
        {
            StoreBoxed(value, ref storage);
        }
    }

    private static void StoreEnum<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        var number = value as IConvertible;
        switch (Type.GetTypeCode(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)))
        {
            case TypeCode.SByte or TypeCode.Byte or TypeCode.Int16:
                Store(number?.ToInt16(CultureInfo.InvariantCulture), NpgsqlDbType.Smallint, ref storage);
                break;
            case TypeCode.UInt16 or TypeCode.Int32:
                Store(number?.ToInt32(CultureInfo.InvariantCulture), NpgsqlDbType.Integer, ref storage);
                break;
            case TypeCode.UInt64:
                Store(number?.ToDecimal(CultureInfo.InvariantCulture), NpgsqlDbType.Numeric, ref storage);
                break;
            default:
                Store(number?.ToInt64(CultureInfo.InvariantCulture), NpgsqlDbType.Bigint, ref storage);
                break;
        }
    }

    /// <summary>What a statement of the user's brings as <see cref="object"/>.</summary>
    private static void StoreBoxed<TStorage>(object? value, ref TStorage storage) where TStorage : struct, IStorage
    {
        switch (value)
        {
            case null or DBNull: storage.StoreNull(NpgsqlDbType.Unknown); break;
            case string given: Store(given, ref storage); break;
            case byte[] given: Store(given, ref storage); break;
            case bool given: Store(given, ref storage); break;
            case sbyte given: Store(given, ref storage); break;
            case byte given: Store(given, ref storage); break;
            case short given: Store(given, ref storage); break;
            case ushort given: Store(given, ref storage); break;
            case int given: Store(given, ref storage); break;
            case uint given: Store(given, ref storage); break;
            case long given: Store(given, ref storage); break;
            case ulong given: Store(given, ref storage); break;
            case float given: Store(given, ref storage); break;
            case double given: Store(given, ref storage); break;
            case decimal given: Store(given, ref storage); break;
            case char given: Store(given, ref storage); break;
            case Guid given: Store(given, ref storage); break;
            case DateTime given: Store(given, ref storage); break;
            case DateTimeOffset given: Store(given, ref storage); break;
            case DateOnly given: Store(given, ref storage); break;
            case TimeOnly given: Store(given, ref storage); break;
            case TimeSpan given: Store(given, ref storage); break;
            case Enum given: Store(((IConvertible)given).ToInt64(CultureInfo.InvariantCulture), ref storage); break;
            default:
                throw new RelationsException($"A parameter of type {value.GetType()} cannot be sent to PostgreSQL. Pass a number, text, date, Guid, enum, or byte[]; convert anything else first.");
        }
    }

    private static void Store<T, TStorage>(T? value, NpgsqlDbType type, ref TStorage storage) where T : struct where TStorage : struct, IStorage
    {
        if (value is { } given)
        {
            storage.Store(given, type);
        }
        else
        {
            storage.StoreNull(type);
        }
    }

    private static void StoreText<TStorage>(string? value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (value is not null)
        {
            storage.Store(value, NpgsqlDbType.Text);
        }
        else
        {
            storage.StoreNull(NpgsqlDbType.Text);
        }
    }

    private static void StoreBytes<TStorage>(byte[]? value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (value is not null)
        {
            storage.Store(value, NpgsqlDbType.Bytea);
        }
        else
        {
            storage.StoreNull(NpgsqlDbType.Bytea);
        }
    }

    /// <summary>Whether this is the type or its nullable form, and the value, without a box.</summary>
    private static bool Get<T, TValue>(ref T value, out TValue? stored) where TValue : struct
    {
        if (typeof(T) == typeof(TValue))
        {
            stored = Unsafe.As<T, TValue>(ref value);
            return true;
        }

        stored = typeof(T) == typeof(TValue?) ? Unsafe.As<T, TValue?>(ref value) : null;
        return typeof(T) == typeof(TValue?);
    }
}
