using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Relations.Definitions;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>The row on which a prepared statement stands.</summary>
/// <typeparam name="TValue">How a value is read.</typeparam>
/// <param name="statement">The statement.</param>
internal struct SqliteRow<TValue>(PreparedStatement statement) : IRowReader where TValue : struct, IStoredValue<TValue>
{
    // A column that may be null is asked for twice in a row.
    private int testedOrdinal = -1;
    private TValue tested;

    public bool Has(int ordinal) => true;

    public readonly string? NameOf(int ordinal) => raw.sqlite3_column_name(statement.Handle, ordinal).utf8_to_string();

    public bool IsNull(int ordinal)
    {
        testedOrdinal = ordinal;
        tested = TValue.Of(statement, ordinal);
        return tested.Type == raw.SQLITE_NULL;
    }

    public readonly bool GetBoolean(int ordinal) => GetInt64<bool>(ordinal) != 0;

    public readonly sbyte GetSByte(int ordinal)
    {
        var value = GetInt64<sbyte>(ordinal);
        return value == (sbyte)value ? (sbyte)value : throw Misfit<sbyte>(ordinal);
    }

    public readonly byte GetByte(int ordinal)
    {
        var value = GetInt64<byte>(ordinal);
        return value == (byte)value ? (byte)value : throw Misfit<byte>(ordinal);
    }

    public readonly short GetInt16(int ordinal)
    {
        var value = GetInt64<short>(ordinal);
        return value == (short)value ? (short)value : throw Misfit<short>(ordinal);
    }

    public readonly ushort GetUInt16(int ordinal)
    {
        var value = GetInt64<ushort>(ordinal);
        return value == (ushort)value ? (ushort)value : throw Misfit<ushort>(ordinal);
    }

    public readonly int GetInt32(int ordinal)
    {
        var value = GetInt64<int>(ordinal);
        return value == (int)value ? (int)value : throw Misfit<int>(ordinal);
    }

    public readonly uint GetUInt32(int ordinal)
    {
        var value = GetInt64<uint>(ordinal);
        return value == (uint)value ? (uint)value : throw Misfit<uint>(ordinal);
    }

    public readonly long GetInt64(int ordinal) => GetInt64<long>(ordinal);

    public readonly ulong GetUInt64(int ordinal)
    {
        var value = GetInt64<ulong>(ordinal);
        return value >= 0 ? (ulong)value : throw Misfit<ulong>(ordinal);
    }

    public readonly float GetSingle(int ordinal)
    {
        var value = GetDouble<float>(ordinal);
        return float.IsFinite((float)value) || !double.IsFinite(value) ? (float)value : throw Misfit<float>(ordinal);
    }

    public readonly double GetDouble(int ordinal) => GetDouble<double>(ordinal);

    public readonly decimal GetDecimal(int ordinal)
    {
        var stored = Value(ordinal);
        switch (stored.Type)
        {
            case raw.SQLITE_INTEGER:
                return stored.Integer;
            case raw.SQLITE_FLOAT when Math.Abs(stored.Real) < 7.9e28:
                return (decimal)stored.Real;
            case raw.SQLITE_TEXT when StoredNumber.TryReadDecimal(stored.Bytes, out var value):
                return value;
            default:
                throw Misfit<decimal>(ordinal);
        }
    }

    public readonly char GetChar(int ordinal)
    {
        var text = Text(ordinal);
        return text.Length is > 0 and <= 3 && Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done && length == text.Length
            ? (char)rune.Value
            : throw Misfit<char>(ordinal);
    }

    public readonly string GetString(int ordinal)
    {
        var stored = Value(ordinal);
        return stored.Type is raw.SQLITE_NULL or raw.SQLITE_BLOB ? throw Misfit<string>(ordinal) : Encoding.UTF8.GetString(stored.Bytes);
    }

    public readonly Guid GetGuid(int ordinal)
    {
        var stored = Value(ordinal);
        switch (stored.Type)
        {
            case raw.SQLITE_TEXT:
                var text = stored.Bytes;
                return (Utf8Parser.TryParse(text, out Guid value, out var length) && length == text.Length) || Guid.TryParse(Encoding.UTF8.GetString(text), out value)
                    ? value
                    : throw Misfit<Guid>(ordinal);
            case raw.SQLITE_BLOB when stored.Bytes.Length == 16:
                return new Guid(stored.Bytes);
            default:
                throw Misfit<Guid>(ordinal);
        }
    }

    public readonly DateTime GetDateTime(int ordinal) => StoredTime.TryReadDateTime(Text(ordinal), out var value) ? value : throw Misfit<DateTime>(ordinal);

    public readonly DateTimeOffset GetDateTimeOffset(int ordinal) => StoredTime.TryReadDateTimeOffset(Text(ordinal), out var value) ? value : throw Misfit<DateTimeOffset>(ordinal);

    public readonly DateOnly GetDateOnly(int ordinal) => StoredTime.TryReadDate(Text(ordinal), out var value) ? value : throw Misfit<DateOnly>(ordinal);

    public readonly TimeOnly GetTimeOnly(int ordinal) => StoredTime.TryReadTime(Text(ordinal), out var value) ? value : throw Misfit<TimeOnly>(ordinal);

    public readonly TimeSpan GetTimeSpan(int ordinal) => StoredNumber.TryReadDuration(Text(ordinal), out var value) ? value : throw Misfit<TimeSpan>(ordinal);

    public readonly byte[] GetBytes(int ordinal)
    {
        var stored = Value(ordinal);
        return stored.Type is raw.SQLITE_BLOB or raw.SQLITE_TEXT ? stored.Bytes.ToArray() : throw Misfit<byte[]>(ordinal);
    }

    private readonly TValue Value(int ordinal) => ordinal == testedOrdinal ? tested : TValue.Of(statement, ordinal);

    private readonly long GetInt64<T>(int ordinal)
    {
        var stored = Value(ordinal);
        return stored.Type == raw.SQLITE_INTEGER ? stored.Integer : throw Misfit<T>(ordinal);
    }

    private readonly double GetDouble<T>(int ordinal)
    {
        var stored = Value(ordinal);
        return stored.Type is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER ? stored.Real : throw Misfit<T>(ordinal);
    }

    /// <summary>A text's bytes, which may contain NUL. A value of another kind is empty, which no date, duration or character is.</summary>
    private readonly ReadOnlySpan<byte> Text(int ordinal)
    {
        var stored = Value(ordinal);
        return stored.Type == raw.SQLITE_TEXT ? stored.Bytes : default;
    }

    /// <summary>The error about a value that is not what the property's type can hold.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly RelationsException Misfit<T>(int ordinal)
    {
        var stored = Value(ordinal);
        var value = stored.Type switch
        {
            raw.SQLITE_NULL => "NULL",
            raw.SQLITE_INTEGER => "the INTEGER " + stored.Integer.ToString(CultureInfo.InvariantCulture),
            raw.SQLITE_FLOAT => "the REAL " + stored.Real.ToString(CultureInfo.InvariantCulture),
            raw.SQLITE_BLOB => FormattableString.Invariant($"a BLOB of {stored.Bytes.Length} bytes"),
            _ => "the TEXT '" + Shorten(Encoding.UTF8.GetString(stored.Bytes)) + "'",
        };
        return new RelationsException($"Column '{NameOf(ordinal)}' holds {value}, which is no {typeof(T).Name}. Correct the row, or give the property a type that holds it{(stored.Type == raw.SQLITE_NULL ? " (a nullable one for NULL)" : "")}.");
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
