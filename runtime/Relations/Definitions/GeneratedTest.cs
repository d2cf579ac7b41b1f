namespace Relations.Definitions;

/// <summary>Tells whether an entity brings a value for a column that the database would fill in.</summary>
internal struct GeneratedTest(EntityDefinition definition) : IValueBinder
{
    /// <summary>Whether one of them is not the default value of its type.</summary>
    public bool IsGiven { get; private set; }

    public void Bind<T>(int ordinal, T value) =>
        IsGiven |= definition.Properties[ordinal].Is(PropertyKinds.Generated) && !EqualityComparer<T>.Default.Equals(value, default);

    public readonly void BindList<T>(int ordinal, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");

    public readonly void BindList(int ordinal, MappedList values) => throw new NotSupportedException("A column has a single value.");
}
