namespace Relations.Definitions;

/// <summary>How values of a type are stored that no column takes as they are: a strong type as the value inside it, a composite key as one value for each part.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class ValueMapping<T> : ValueMapping
{
    /// <summary>Makes a mapping.</summary>
    protected ValueMapping() { }

    /// <summary>Reads a value.</summary>
    /// <param name="row">The row; none of the columns is null.</param>
    /// <param name="places">The place of each of the value's columns in the row.</param>
    public abstract T Read<TReader>(ref TReader row, ReadOnlySpan<int> places) where TReader : struct, IRowReader;

    /// <summary>Hands over what is stored, the first under this place.</summary>
    public abstract void Bind<TBinder>(T value, ref TBinder values, int first) where TBinder : struct, IValueBinder;

    internal sealed override object? StoredOf(object value) => StoredValues.Of(this, (T)value);

    internal sealed override object ValueOf(object stored)
    {
        var row = new GivenValues(1);
        row.Give(0, stored);
        return Read(ref row, [0])!;
    }
}
