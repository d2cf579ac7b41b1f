using Npgsql;
using Relations.Definitions;

namespace Relations.PostgreSql;

/// <summary>The row on which a reader stands.</summary>
internal readonly struct PostgreSqlRow(NpgsqlDataReader reader) : IRowReader
{
    public bool Has(int ordinal) => true;

    public string? NameOf(int ordinal) => ordinal < reader.FieldCount ? reader.GetName(ordinal) : null;

    public bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public bool GetBoolean(int ordinal) => reader.GetBoolean(ordinal);

    public sbyte GetSByte(int ordinal) => checked((sbyte)reader.GetInt16(ordinal));

    public byte GetByte(int ordinal) => checked((byte)reader.GetInt16(ordinal));

    public short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    public ushort GetUInt16(int ordinal) => checked((ushort)reader.GetInt32(ordinal));

    public int GetInt32(int ordinal) => reader.GetInt32(ordinal);

    public uint GetUInt32(int ordinal) => checked((uint)reader.GetInt64(ordinal));

    public long GetInt64(int ordinal) => reader.GetInt64(ordinal);

    public ulong GetUInt64(int ordinal) => decimal.ToUInt64(reader.GetDecimal(ordinal));

    public float GetSingle(int ordinal) => reader.GetFloat(ordinal);

    public double GetDouble(int ordinal) => reader.GetDouble(ordinal);

    public decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    public char GetChar(int ordinal) => reader.GetString(ordinal) switch
    {
        [] => '\0', // as it is stored
        [var character] => character,
        var text => throw new InvalidCastException($"Column '{reader.GetName(ordinal)}' holds a text of {text.Length} characters where one is expected."),
    };

    public string GetString(int ordinal) => reader.GetString(ordinal);

    public Guid GetGuid(int ordinal) => reader.GetGuid(ordinal);

    public DateTime GetDateTime(int ordinal) => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Unspecified);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => reader.GetFieldValue<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => reader.GetFieldValue<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => reader.GetTimeSpan(ordinal);

    public byte[] GetBytes(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);
}
