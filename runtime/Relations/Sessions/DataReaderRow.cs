using System.Data.Common;
using Relations.Definitions;

namespace Relations.Sessions;

/// <summary>A row read through ADO.NET: the portable way.</summary>
internal readonly struct DataReaderRow(DbDataReader reader) : IRowReader
{
    public bool Has(int ordinal) => true;

    public bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public bool GetBoolean(int ordinal) => reader.GetBoolean(ordinal);

    public sbyte GetSByte(int ordinal) => checked((sbyte)reader.GetInt16(ordinal));

    public byte GetByte(int ordinal) => reader.GetByte(ordinal);

    public short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    public ushort GetUInt16(int ordinal) => checked((ushort)reader.GetInt32(ordinal));

    public int GetInt32(int ordinal) => reader.GetInt32(ordinal);

    public uint GetUInt32(int ordinal) => checked((uint)reader.GetInt64(ordinal));

    public long GetInt64(int ordinal) => reader.GetInt64(ordinal);

    // A database without unsigned integers keeps it as a decimal number.
    public ulong GetUInt64(int ordinal) => reader.GetFieldType(ordinal) == typeof(decimal) ? decimal.ToUInt64(reader.GetDecimal(ordinal)) : reader.GetFieldValue<ulong>(ordinal);

    public float GetSingle(int ordinal) => reader.GetFloat(ordinal);

    public double GetDouble(int ordinal) => reader.GetDouble(ordinal);

    public decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    public char GetChar(int ordinal) => reader.GetFieldValue<char>(ordinal);

    public string GetString(int ordinal) => reader.GetString(ordinal);

    public Guid GetGuid(int ordinal) => reader.GetGuid(ordinal);

    public DateTime GetDateTime(int ordinal) => reader.GetDateTime(ordinal);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => reader.GetFieldValue<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => reader.GetFieldValue<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => reader.GetFieldValue<TimeSpan>(ordinal);

    public byte[] GetBytes(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);
}
