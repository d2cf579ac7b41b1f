namespace Relations.Definitions;

/// <summary>Hands the values of some columns on, each under its place in a statement.</summary>
internal struct PlacedBinder<TBinder>(TBinder values, int[] places, int first) : IValueBinder where TBinder : struct, IValueBinder
{
    public TBinder Values = values;

    public void Bind<T>(int ordinal, T value)
    {
        var place = places[ordinal];
        if (place >= 0)
        {
            if (typeof(T).IsValueType && value is IUnstorable unstorable)
            {
                throw unstorable.WhyNot();
            }

            ValueBinding.Bind(ref Values, first + place, value);
        }
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        var place = places[ordinal];
        if (place >= 0)
        {
            Values.BindList(first + place, values);
        }
    }

    public void BindList(int ordinal, MappedList values)
    {
        var place = places[ordinal];
        if (place >= 0)
        {
            Values.BindList(first + place, values);
        }
    }
}
