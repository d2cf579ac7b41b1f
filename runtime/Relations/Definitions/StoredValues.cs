namespace Relations.Definitions;

/// <summary>Takes values out of what binds them: to be compared, or to be bound elsewhere under other places.</summary>
/// <remarks>
/// Where one parameter or patch binds another's values, it takes them from here. Handing it a binder around its own would make a type of binder for each depth, of which there is
/// no end before the program runs: code that is compiled ahead of time cannot have them all.
/// </remarks>
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

    /// <summary>What is stored of a value that takes one column.</summary>
    public static object? Of<T>(ValueMapping<T> mapping, T value)
    {
        var stored = new StoredValues(1);
        mapping.Bind(value, ref stored, 0);
        return stored.values[0];
    }

    /// <summary>What is stored of one value of a list.</summary>
    public static object?[] Of(MappedList list, int index)
    {
        var stored = new StoredValues(list.Parts);
        list.Bind(index, ref stored);
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

    public void BindList<T>(int ordinal, ReadOnlySpan<T> list) => throw new NotSupportedException("A column's value is no list.");

    public void BindList(int ordinal, MappedList list) => throw new NotSupportedException("A column's value is no list.");
}
