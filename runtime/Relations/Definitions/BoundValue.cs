namespace Relations.Definitions;

/// <summary>Takes out one of the values that an entity or patch hands over.</summary>
internal struct BoundValue(int ordinal) : IValueBinder
{
    /// <summary>Whether it was handed over: a patch hands over only what was assigned.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>Whether it is the default value of its type. A text that must not be null begins as the empty one.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The value; that of a nullable type is null or of the type itself.</summary>
    public object? Value { get; private set; }

    public static BoundValue Of<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, PropertyDefinition property) where TEntity : class
    {
        var value = new BoundValue(property.Ordinal);
        definition.Bind(entity, ref value);
        return value;
    }

    public void Bind<T>(int place, T value)
    {
        if (place == ordinal)
        {
            IsGiven = true;
            IsDefault = EqualityComparer<T>.Default.Equals(value, default) || value is "";
            Value = value;
        }
    }

    public readonly void BindList<T>(int place, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");

    public readonly void BindList(int place, MappedList values) => throw new NotSupportedException("A column has a single value.");
}
