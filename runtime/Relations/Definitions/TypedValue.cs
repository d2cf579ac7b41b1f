namespace Relations.Definitions;

/// <summary>Takes out one of the values that an entity hands over, whose type is known, without boxing it.</summary>
internal struct TypedValue<TValue>(int ordinal) : IValueBinder where TValue : struct
{
    public TValue Value { get; private set; }

    public void Bind<T>(int place, T value)
    {
        // T is TValue or its nullable form.
        if (place == ordinal && value is TValue typed)
        {
            Value = typed;
        }
    }

    public readonly void BindList<T>(int place, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");

    public readonly void BindList(int place, MappedList values) => throw new NotSupportedException("A column has a single value.");
}
