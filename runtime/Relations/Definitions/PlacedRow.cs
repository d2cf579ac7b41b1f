namespace Relations.Definitions;

/// <summary>A row whose columns stand at other places, or are not there: then they have their default value.</summary>
/// <param name="row">The row.</param>
/// <param name="places">For each column, its place in the row, or -1.</param>
internal readonly struct PlacedRow<TReader>(TReader row, int[] places) : IRowReader where TReader : struct, IRowReader
{
    public bool Has(int ordinal) => places[ordinal] >= 0;

    public bool IsNull(int ordinal) => places[ordinal] < 0 || row.IsNull(places[ordinal]);

    public bool GetBoolean(int ordinal) => places[ordinal] < 0 ? default : row.GetBoolean(places[ordinal]);

    public sbyte GetSByte(int ordinal) => places[ordinal] < 0 ? default : row.GetSByte(places[ordinal]);

    public byte GetByte(int ordinal) => places[ordinal] < 0 ? default : row.GetByte(places[ordinal]);

    public short GetInt16(int ordinal) => places[ordinal] < 0 ? default : row.GetInt16(places[ordinal]);

    public ushort GetUInt16(int ordinal) => places[ordinal] < 0 ? default : row.GetUInt16(places[ordinal]);

    public int GetInt32(int ordinal) => places[ordinal] < 0 ? default : row.GetInt32(places[ordinal]);

    public uint GetUInt32(int ordinal) => places[ordinal] < 0 ? default : row.GetUInt32(places[ordinal]);

    public long GetInt64(int ordinal) => places[ordinal] < 0 ? default : row.GetInt64(places[ordinal]);

    public ulong GetUInt64(int ordinal) => places[ordinal] < 0 ? default : row.GetUInt64(places[ordinal]);

    public float GetSingle(int ordinal) => places[ordinal] < 0 ? default : row.GetSingle(places[ordinal]);

    public double GetDouble(int ordinal) => places[ordinal] < 0 ? default : row.GetDouble(places[ordinal]);

    public decimal GetDecimal(int ordinal) => places[ordinal] < 0 ? default : row.GetDecimal(places[ordinal]);

    public char GetChar(int ordinal) => places[ordinal] < 0 ? default : row.GetChar(places[ordinal]);

    public string GetString(int ordinal) => places[ordinal] < 0 ? null! : row.GetString(places[ordinal]);

    public Guid GetGuid(int ordinal) => places[ordinal] < 0 ? default : row.GetGuid(places[ordinal]);

    public DateTime GetDateTime(int ordinal) => places[ordinal] < 0 ? default : row.GetDateTime(places[ordinal]);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => places[ordinal] < 0 ? default : row.GetDateTimeOffset(places[ordinal]);

    public DateOnly GetDateOnly(int ordinal) => places[ordinal] < 0 ? default : row.GetDateOnly(places[ordinal]);

    public TimeOnly GetTimeOnly(int ordinal) => places[ordinal] < 0 ? default : row.GetTimeOnly(places[ordinal]);

    public TimeSpan GetTimeSpan(int ordinal) => places[ordinal] < 0 ? default : row.GetTimeSpan(places[ordinal]);

    public byte[] GetBytes(int ordinal) => places[ordinal] < 0 ? null! : row.GetBytes(places[ordinal]);
}
