using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Relations.Definitions;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>The row on which a prepared statement stands.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement) : IRowReader
{
    public bool IsNull(int ordinal) => raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL;

    public bool GetBoolean(int ordinal) => GetInt64<bool>(ordinal) != 0;

    public sbyte GetSByte(int ordinal)
    {
        var value = GetInt64<sbyte>(ordinal);
        return value == (sbyte)value ? (sbyte)value : throw Misfit<sbyte>(ordinal);
    }

    public byte GetByte(int ordinal)
    {
        var value = GetInt64<byte>(ordinal);
        return value == (byte)value ? (byte)value : throw Misfit<byte>(ordinal);
    }

    public short GetInt16(int ordinal)
    {
        var value = GetInt64<short>(ordinal);
        return value == (short)value ? (short)value : throw Misfit<short>(ordinal);
    }

    public ushort GetUInt16(int ordinal)
    {
        var value = GetInt64<ushort>(ordinal);
        return value == (ushort)value ? (ushort)value : throw Misfit<ushort>(ordinal);
    }

    public int GetInt32(int ordinal)
    {
        var value = GetInt64<int>(ordinal);
        return value == (int)value ? (int)value : throw Misfit<int>(ordinal);
    }

    public uint GetUInt32(int ordinal)
    {
        var value = GetInt64<uint>(ordinal);
        return value == (uint)value ? (uint)value : throw Misfit<uint>(ordinal);
    }

    public long GetInt64(int ordinal) => GetInt64<long>(ordinal);

    public ulong GetUInt64(int ordinal)
    {
        var value = GetInt64<ulong>(ordinal);
        return value >= 0 ? (ulong)value : throw Misfit<ulong>(ordinal);
    }

    public float GetSingle(int ordinal)
    {
        var value = GetDouble<float>(ordinal);
        return float.IsFinite((float)value) || !double.IsFinite(value) ? (float)value : throw Misfit<float>(ordinal);
    }

    public double GetDouble(int ordinal) => GetDouble<double>(ordinal);

    public decimal GetDecimal(int ordinal)
    {
        switch (raw.sqlite3_column_type(statement, ordinal))
        {
            case raw.SQLITE_INTEGER:
                return raw.sqlite3_column_int64(statement, ordinal);
            case raw.SQLITE_FLOAT when Math.Abs(raw.sqlite3_column_double(statement, ordinal)) < 7.9e28:
                return (decimal)raw.sqlite3_column_double(statement, ordinal);
            case raw.SQLITE_TEXT when StoredNumber.TryReadDecimal(Utf8(ordinal), out var value):
                return value;
            default:
                throw Misfit<decimal>(ordinal);
        }
    }

    public char GetChar(int ordinal)
    {
        var text = raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_TEXT ? Utf8(ordinal) : default;
        return text.Length is > 0 and <= 3 && Rune.DecodeFromUtf8(text, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == text.Length
            ? (char)rune.Value
            : throw Misfit<char>(ordinal);
    }

    public string GetString(int ordinal) => raw.sqlite3_column_type(statement, ordinal) switch
    {
        raw.SQLITE_NULL or raw.SQLITE_BLOB => throw Misfit<string>(ordinal),
        _ => Encoding.UTF8.GetString(Utf8(ordinal)),
    };

    public Guid GetGuid(int ordinal)
    {
        switch (raw.sqlite3_column_type(statement, ordinal))
        {
            case raw.SQLITE_TEXT:
                var text = Utf8(ordinal);
                return (Utf8Parser.TryParse(text, out Guid value, out var length) && length == text.Length) || Guid.TryParse(Encoding.UTF8.GetString(text), out value)
                    ? value
                    : throw Misfit<Guid>(ordinal);
            case raw.SQLITE_BLOB when raw.sqlite3_column_bytes(statement, ordinal) == 16:
                return new Guid(raw.sqlite3_column_blob(statement, ordinal));
            default:
                throw Misfit<Guid>(ordinal);
        }
    }

    public DateTime GetDateTime(int ordinal) =>
        IsText(ordinal) && StoredTime.TryReadDateTime(Utf8(ordinal), out var value) ? value : throw Misfit<DateTime>(ordinal);

    public DateTimeOffset GetDateTimeOffset(int ordinal) =>
        IsText(ordinal) && StoredTime.TryReadDateTimeOffset(Utf8(ordinal), out var value) ? value : throw Misfit<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) =>
        IsText(ordinal) && StoredTime.TryReadDate(Utf8(ordinal), out var value) ? value : throw Misfit<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) =>
        IsText(ordinal) && StoredTime.TryReadTime(Utf8(ordinal), out var value) ? value : throw Misfit<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) =>
        IsText(ordinal) && StoredNumber.TryReadDuration(Utf8(ordinal), out var value) ? value : throw Misfit<TimeSpan>(ordinal);

    public byte[] GetBytes(int ordinal) => raw.sqlite3_column_type(statement, ordinal) switch
    {
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, ordinal).ToArray(),
        raw.SQLITE_TEXT => Utf8(ordinal).ToArray(),
        _ => throw Misfit<byte[]>(ordinal),
    };

    private bool IsText(int ordinal) => raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_TEXT;

    private long GetInt64<T>(int ordinal) =>
        raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, ordinal) : throw Misfit<T>(ordinal);

    private double GetDouble<T>(int ordinal) =>
        raw.sqlite3_column_type(statement, ordinal) is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER ? raw.sqlite3_column_double(statement, ordinal) : throw Misfit<T>(ordinal);

    /// <summary>A text's bytes, by their length, since a text may contain NUL.</summary>
    private ReadOnlySpan<byte> Utf8(int ordinal)
    {
        // Asking for the length first converts the text of a UTF-16 database; asking for the pointer first would give the bytes as they are stored.
        _ = raw.sqlite3_column_bytes(statement, ordinal);
        return raw.sqlite3_column_blob(statement, ordinal);
    }

    /// <summary>The error about a value that is not what the property's type can hold.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private RelationsException Misfit<T>(int ordinal)
    {
        var column = raw.sqlite3_column_name(statement, ordinal).utf8_to_string();
        var value = raw.sqlite3_column_type(statement, ordinal) switch
        {
            raw.SQLITE_NULL => "NULL",
            raw.SQLITE_INTEGER => "the INTEGER " + raw.sqlite3_column_int64(statement, ordinal).ToString(CultureInfo.InvariantCulture),
            raw.SQLITE_FLOAT => "the REAL " + raw.sqlite3_column_double(statement, ordinal).ToString(CultureInfo.InvariantCulture),
            raw.SQLITE_BLOB => FormattableString.Invariant($"a BLOB of {raw.sqlite3_column_bytes(statement, ordinal)} bytes"),
            _ => "the TEXT '" + Shorten(Encoding.UTF8.GetString(Utf8(ordinal))) + "'",
        };
        return new RelationsException($"Column '{column}' holds {value}, which is no {typeof(T).Name}. Correct the row, or give the property a type that holds it{(IsNull(ordinal) ? " (a nullable one for NULL)" : "")}.");
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
