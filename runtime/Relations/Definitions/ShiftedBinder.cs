namespace Relations.Definitions;

/// <summary>Hands values on under a later place.</summary>
internal struct ShiftedBinder<TBinder>(TBinder values, int shift) : IValueBinder where TBinder : struct, IValueBinder
{
    public TBinder Values = values;

    public void Bind<T>(int ordinal, T value) => ValueBinding.Bind(ref Values, ordinal + shift, value);

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values) => Values.BindList(ordinal + shift, values);

    public void BindList(int ordinal, MappedList values) => Values.BindList(ordinal + shift, values);
}
