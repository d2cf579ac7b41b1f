namespace Relations.Definitions;

/// <summary>Values for some of an entity's columns, each as the type by which its column is stored.</summary>
internal readonly struct GivenValues : IGivenValues
{
    /// <summary>Stands for a null that was given.</summary>
    public static readonly object Null = new();

    private readonly object?[] values;

    public GivenValues(int columns) => values = new object?[columns];

    /// <summary>Takes the values, which may end before the last column.</summary>
    public GivenValues(object?[] values) => this.values = values;

    public void Give(int ordinal, object? value) => values[ordinal] = value ?? Null;

    /// <summary>The same with another value; what these were taken from stays as it is.</summary>
    public GivenValues With(int ordinal, object? value)
    {
        var other = new GivenValues([.. values]);
        other.Give(ordinal, value);
        return other;
    }

    /// <summary>The same for an entity of so many columns, to be given more; what these were taken from stays as it is.</summary>
    public GivenValues Over(int columns)
    {
        var others = new object?[columns];
        values.CopyTo(others, 0);
        return new(others);
    }

    public bool IsGiven(int ordinal) => ordinal < values.Length && values[ordinal] is not null;

    public bool Has(int ordinal) => IsGiven(ordinal);

    public bool IsNull(int ordinal) => Value(ordinal) is null;

    /// <summary>The value; null where that or nothing was given.</summary>
    public object? Value(int ordinal) => IsGiven(ordinal) && values[ordinal] is var value && value != Null ? value : null;

    public bool GetBoolean(int ordinal) => Get<bool>(ordinal);

    public sbyte GetSByte(int ordinal) => Get<sbyte>(ordinal);

    public byte GetByte(int ordinal) => Get<byte>(ordinal);

    public short GetInt16(int ordinal) => Get<short>(ordinal);

    public ushort GetUInt16(int ordinal) => Get<ushort>(ordinal);

    public int GetInt32(int ordinal) => Get<int>(ordinal);

    public uint GetUInt32(int ordinal) => Get<uint>(ordinal);

    public long GetInt64(int ordinal) => Get<long>(ordinal);

    public ulong GetUInt64(int ordinal) => Get<ulong>(ordinal);

    public float GetSingle(int ordinal) => Get<float>(ordinal);

    public double GetDouble(int ordinal) => Get<double>(ordinal);

    public decimal GetDecimal(int ordinal) => Get<decimal>(ordinal);

    public char GetChar(int ordinal) => Get<char>(ordinal);

    public string GetString(int ordinal) => Get<string>(ordinal);

    public Guid GetGuid(int ordinal) => Get<Guid>(ordinal);

    public DateTime GetDateTime(int ordinal) => Get<DateTime>(ordinal);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => Get<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => Get<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => Get<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => Get<TimeSpan>(ordinal);

    public byte[] GetBytes(int ordinal) => Get<byte[]>(ordinal);

    private T Get<T>(int ordinal) => Value(ordinal) is { } value ? (T)value : default!;
}
