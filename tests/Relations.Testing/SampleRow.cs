using Relations.Definitions;

namespace Relations.Testing;

/// <summary>A row without nulls whose every column has a value of its type that is not the default.</summary>
public readonly struct SampleRow : IRowReader
{
    public bool Has(int ordinal) => true;

    public bool IsNull(int ordinal) => false;

    public bool GetBoolean(int ordinal) => true;

    public sbyte GetSByte(int ordinal) => 1;

    public byte GetByte(int ordinal) => 2;

    public short GetInt16(int ordinal) => 3;

    public ushort GetUInt16(int ordinal) => 4;

    public int GetInt32(int ordinal) => 5;

    public uint GetUInt32(int ordinal) => 6;

    public long GetInt64(int ordinal) => 7;

    public ulong GetUInt64(int ordinal) => 8;

    public float GetSingle(int ordinal) => 9;

    public double GetDouble(int ordinal) => 10;

    public decimal GetDecimal(int ordinal) => 11;

    public char GetChar(int ordinal) => 'x';

    public string GetString(int ordinal) => "text";

    public Guid GetGuid(int ordinal) => new("a0000000-0000-0000-0000-000000000001");

    public DateTime GetDateTime(int ordinal) => new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

    public DateOnly GetDateOnly(int ordinal) => new(2026, 1, 2);

    public TimeOnly GetTimeOnly(int ordinal) => new(3, 4, 5);

    public TimeSpan GetTimeSpan(int ordinal) => TimeSpan.FromMinutes(1);

    public byte[] GetBytes(int ordinal) => [1, 2];
}
