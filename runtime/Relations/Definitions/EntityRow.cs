namespace Relations.Definitions;

/// <summary>An entity as the row that it would be, so that a key is taken out of either in the same way.</summary>
internal readonly struct EntityRow<TEntity>(EntityDefinition<TEntity> definition, TEntity entity) : IRowReader where TEntity : class
{
    public bool Has(int ordinal) => true;

    public bool IsNull(int ordinal)
    {
        var value = new NullTest(ordinal);
        definition.Bind(entity, ref value);
        return value.IsNull;
    }

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

    public string GetString(int ordinal) => (string)GetReference(ordinal);

    public Guid GetGuid(int ordinal) => Get<Guid>(ordinal);

    public DateTime GetDateTime(int ordinal) => Get<DateTime>(ordinal);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => Get<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => Get<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => Get<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => Get<TimeSpan>(ordinal);

    public byte[] GetBytes(int ordinal) => (byte[])GetReference(ordinal);

    private T Get<T>(int ordinal) where T : struct
    {
        var value = new TypedValue<T>(ordinal);
        definition.Bind(entity, ref value);
        return value.Value;
    }

    /// <summary>Not by a binder of the value's type: see <see cref="ValueBinding"/>.</summary>
    private object GetReference(int ordinal)
    {
        var value = BoundValue.Of(definition, entity, definition.Properties[ordinal]).Value!;
        return value is IUnstorable unstorable ? throw unstorable.WhyNot() : value;
    }
}
