namespace Relations.Definitions;

/// <summary>Takes the values of a parameter, so that they can be compared.</summary>
internal readonly struct StoredValues : IValueBinder
{
    private readonly object?[] values;

    private StoredValues(int count) => values = new object?[count];

    public static object?[] Of(Parameter parameter)
    {
        var stored = new StoredValues(parameter.Count);
        parameter.Bind(ref stored, 0);
        return stored.values;
    }

    /// <summary>Whether all values are the same: bytes by their content, an enum like its integer.</summary>
    public static bool AreSame(object?[] left, object?[] right)
    {
        for (var part = 0; part < left.Length; part++)
        {
            if (!IsSame(left[part], right[part]))
            {
                return false;
            }
        }

        return left.Length == right.Length;
    }

    /// <summary>Whether both values are the same: bytes by their content, an enum like its integer.</summary>
    public static bool IsSame(object? value, object? key) =>
        Equals(value, key)
        || (value is byte[] bytes && BytesComparer.Instance.Equals(bytes, key as byte[]))
        || (key is Enum && value is not (null or Enum) && Equals(value, Convert.ChangeType(key, value.GetType(), System.Globalization.CultureInfo.InvariantCulture)));

    public void Bind<T>(int ordinal, T value) => values[ordinal] = value;

    public void BindList<T>(int ordinal, ReadOnlySpan<T> list) => throw new NotSupportedException("A key is no list.");

    public void BindList<T>(int ordinal, ReadOnlySpan<T> list, ValueMapping<T> mapping) => throw new NotSupportedException("A key is no list.");
}
