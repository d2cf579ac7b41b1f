using System.Globalization;
using System.Runtime.CompilerServices;

namespace Relations.Sqlite;

/// <summary>How each type is stored: as Microsoft.Data.Sqlite stores it, so that others read what is written here.</summary>
internal static class StorageRules
{
    public const string DecimalFormat = "0.0###########################";
    public const string DateTimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    public const string DateTimeOffsetFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz";
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Stores a value. The comparisons of types are decided when the method is compiled for the type.</summary>
    public static void Store<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (value is null)
        {
            storage.StoreNull();
        }
        else if (typeof(T) == typeof(string))
        {
            storage.StoreText(Unsafe.As<T, string>(ref value));
        }
        else if (typeof(T) == typeof(byte[]))
        {
            storage.StoreBlob(Unsafe.As<T, byte[]>(ref value));
        }
        else if (typeof(T) == typeof(int) || typeof(T) == typeof(int?))
        {
            storage.StoreInteger(Get<T, int>(ref value));
        }
        else if (typeof(T) == typeof(long) || typeof(T) == typeof(long?))
        {
            storage.StoreInteger(Get<T, long>(ref value));
        }
        else if (typeof(T) == typeof(bool) || typeof(T) == typeof(bool?))
        {
            storage.StoreInteger(Get<T, bool>(ref value) ? 1 : 0);
        }
        else if (typeof(T) == typeof(Guid) || typeof(T) == typeof(Guid?))
        {
            StoreGuid(Get<T, Guid>(ref value), ref storage);
        }
        else if (typeof(T) == typeof(double) || typeof(T) == typeof(double?))
        {
            StoreReal(Get<T, double>(ref value), ref storage);
        }
        else if (typeof(T) == typeof(float) || typeof(T) == typeof(float?))
        {
            StoreReal(Get<T, float>(ref value), ref storage);
        }
        else if (typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?))
        {
            StoreFormatted(Get<T, decimal>(ref value), DecimalFormat, ref storage);
        }
        else
        {
            StoreTime(value, ref storage);
        }
    }

    private static void StoreTime<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTime?))
        {
            StoreFormatted(Get<T, DateTime>(ref value), DateTimeFormat, ref storage);
        }
        else if (typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateTimeOffset?))
        {
            StoreFormatted(Get<T, DateTimeOffset>(ref value), DateTimeOffsetFormat, ref storage);
        }
        else if (typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?))
        {
            StoreFormatted(Get<T, DateOnly>(ref value), DateFormat, ref storage);
        }
        else if (typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(TimeOnly?))
        {
            var time = Get<T, TimeOnly>(ref value);
            StoreFormatted(time, time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", ref storage);
        }
        else if (typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeSpan?))
        {
            StoreFormatted(Get<T, TimeSpan>(ref value), "c", ref storage);
        }
        else
        {
            StoreSmall(value, ref storage);
        }
    }

    private static void StoreSmall<T, TStorage>(T value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (typeof(T) == typeof(sbyte) || typeof(T) == typeof(sbyte?))
        {
            storage.StoreInteger(Get<T, sbyte>(ref value));
        }
        else if (typeof(T) == typeof(byte) || typeof(T) == typeof(byte?))
        {
            storage.StoreInteger(Get<T, byte>(ref value));
        }
        else if (typeof(T) == typeof(short) || typeof(T) == typeof(short?))
        {
            storage.StoreInteger(Get<T, short>(ref value));
        }
        else if (typeof(T) == typeof(ushort) || typeof(T) == typeof(ushort?))
        {
            storage.StoreInteger(Get<T, ushort>(ref value));
        }
        else if (typeof(T) == typeof(uint) || typeof(T) == typeof(uint?))
        {
            storage.StoreInteger(Get<T, uint>(ref value));
        }
        else if (typeof(T) == typeof(ulong) || typeof(T) == typeof(ulong?))
        {
            StoreUnsigned(Get<T, ulong>(ref value), ref storage);
        }
        else if (typeof(T) == typeof(char) || typeof(T) == typeof(char?))
        {
            var character = Get<T, char>(ref value);
            storage.StoreText(new ReadOnlySpan<char>(in character));
        }
        else
        {
            StoreBoxed(value!, ref storage);
        }
    }

    /// <summary>An enum, and what a statement of the user's brings as <see cref="object"/>.</summary>
    private static void StoreBoxed<TStorage>(object value, ref TStorage storage) where TStorage : struct, IStorage
    {
        switch (value)
        {
            case Enum @enum when @enum.GetTypeCode() == TypeCode.UInt64:
                StoreUnsigned(((IConvertible)@enum).ToUInt64(CultureInfo.InvariantCulture), ref storage);
                break;
            case Enum @enum:
                storage.StoreInteger(((IConvertible)@enum).ToInt64(CultureInfo.InvariantCulture));
                break;
            case DBNull:
                storage.StoreNull();
                break;
            case string text:
                storage.StoreText(text);
                break;
            case byte[] bytes:
                storage.StoreBlob(bytes);
                break;
            case ReadOnlyMemory<byte> bytes:
                storage.StoreBlob(bytes.Span);
                break;
            case bool number:
                Store(number, ref storage);
                break;
            case sbyte number:
                Store(number, ref storage);
                break;
            case byte number:
                Store(number, ref storage);
                break;
            case short number:
                Store(number, ref storage);
                break;
            case ushort number:
                Store(number, ref storage);
                break;
            case int number:
                Store(number, ref storage);
                break;
            case uint number:
                Store(number, ref storage);
                break;
            case long number:
                Store(number, ref storage);
                break;
            case ulong number:
                Store(number, ref storage);
                break;
            case float number:
                Store(number, ref storage);
                break;
            case double number:
                Store(number, ref storage);
                break;
            case decimal number:
                Store(number, ref storage);
                break;
            case char character:
                Store(character, ref storage);
                break;
            case Guid identifier:
                Store(identifier, ref storage);
                break;
            case DateTime time:
                Store(time, ref storage);
                break;
            case DateTimeOffset time:
                Store(time, ref storage);
                break;
            case DateOnly date:
                Store(date, ref storage);
                break;
            case TimeOnly time:
                Store(time, ref storage);
                break;
            case TimeSpan duration:
                Store(duration, ref storage);
                break;
            default:
                throw new RelationsException($"SQLite cannot store a parameter of type {value.GetType()}. Pass a number, text, date, Guid, enum, or byte[]; convert anything else first.");
        }
    }

    private static void StoreUnsigned<TStorage>(ulong value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (value > long.MaxValue)
        {
            throw new ConstraintException($"The UInt64 {value.ToString(CultureInfo.InvariantCulture)} is greater than SQLite's greatest integer, {long.MaxValue.ToString(CultureInfo.InvariantCulture)}. Store it as decimal or text.");
        }

        storage.StoreInteger((long)value);
    }

    private static void StoreReal<TStorage>(double value, ref TStorage storage) where TStorage : struct, IStorage
    {
        if (double.IsNaN(value))
        {
            throw new ConstraintException("SQLite has no NaN (it would store NULL). Make the column nullable and store null instead.");
        }

        storage.StoreReal(value);
    }

    private static void StoreGuid<TStorage>(Guid value, ref TStorage storage) where TStorage : struct, IStorage
    {
        Span<char> text = stackalloc char[36];
        value.TryFormat(text, out _);
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = char.ToUpperInvariant(text[index]);
        }

        storage.StoreText(text);
    }

    private static void StoreFormatted<T, TStorage>(T value, string format, ref TStorage storage) where T : struct, ISpanFormattable where TStorage : struct, IStorage
    {
        // The longest is a decimal: 29 digits, sign, point.
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        storage.StoreText(text[..length]);
    }

    /// <summary>The value of a type or of its nullable form, without a box.</summary>
    private static TValue Get<T, TValue>(ref T value) where TValue : struct =>
        typeof(T) == typeof(TValue) ? Unsafe.As<T, TValue>(ref value) : Unsafe.As<T, TValue?>(ref value).GetValueOrDefault();
}
