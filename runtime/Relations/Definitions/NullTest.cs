namespace Relations.Definitions;

/// <summary>Tells whether one of the values that an entity hands over is null.</summary>
internal struct NullTest(int ordinal) : IValueBinder
{
    public bool IsNull { get; private set; }

    public void Bind<T>(int place, T value)
    {
        if (place == ordinal)
        {
            IsNull = value is null;
        }
    }

    public readonly void BindList<T>(int place, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");

    public readonly void BindList(int place, MappedList values) => throw new NotSupportedException("A column has a single value.");
}
