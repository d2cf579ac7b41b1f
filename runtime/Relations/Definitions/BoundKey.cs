namespace Relations.Definitions;

/// <summary>Takes a key out of the values that an entity hands over, without boxing it.</summary>
internal struct BoundKey<TKey>(int ordinal) : IValueBinder where TKey : notnull
{
    /// <summary>Whether the entity has a value there.</summary>
    public bool IsGiven { get; private set; }

    public TKey? Value { get; private set; }

    public static BoundKey<TKey> Of<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, PropertyDefinition property) where TEntity : class
    {
        var key = new BoundKey<TKey>(property.Ordinal);
        definition.Bind(entity, ref key);
        return key;
    }

    public void Bind<T>(int place, T value)
    {
        if (place != ordinal || value is null)
        {
            return;
        }

        // T is TKey, its nullable form, or the integer under an enum.
        if (value is TKey key)
        {
            Value = key;
        }
        else if (typeof(TKey).IsEnum)
        {
            Value = (TKey)Enum.ToObject(typeof(TKey), value);
        }
        else
        {
            throw new InvalidOperationException($"The key is of type {typeof(T)}, not {typeof(TKey)}.");
        }

        IsGiven = true;
    }

    public readonly void BindList<T>(int place, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");
}
