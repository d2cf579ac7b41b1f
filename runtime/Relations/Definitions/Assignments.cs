namespace Relations.Definitions;

/// <summary>Values for some columns. What was assigned is remembered, so that null and the default value are values like any other.</summary>
public abstract class Assignments
{
    private object?[] values = [];

    private protected Assignments() { }

    /// <summary>The value that was assigned, or the default.</summary>
    /// <param name="ordinal">The place of the column among the entity's columns.</param>
    protected T Get<T>(int ordinal) => Value(ordinal) is T value ? value : default!;

    /// <summary>Assigns a value.</summary>
    /// <param name="ordinal">The place of the column among the entity's columns.</param>
    /// <param name="value">The value.</param>
    protected void Set<T>(int ordinal, T value) => Assign(ordinal, value);

    internal bool IsAssigned(int ordinal) => new GivenValues(values).IsGiven(ordinal);

    internal bool IsEmpty => Array.TrueForAll(values, static value => value is null);

    /// <summary>The value that was assigned; null where none was.</summary>
    internal object? Value(int ordinal) => new GivenValues(values).Value(ordinal);

    internal void Assign(int ordinal, object? value)
    {
        if (ordinal >= values.Length)
        {
            Array.Resize(ref values, ordinal + 1);
        }

        values[ordinal] = value ?? GivenValues.Null;
    }

    /// <summary>Assigns those of the given values that these may take.</summary>
    internal void Assign(GivenValues given, IReadOnlyList<PropertyDefinition> accepted)
    {
        foreach (var property in accepted)
        {
            if (given.IsGiven(property.Ordinal))
            {
                Assign(property.Ordinal, property.ValueOf(given.Value(property.Ordinal)));
            }
        }
    }

    /// <summary>What was assigned, as the columns store it; mostly just as it is.</summary>
    internal GivenValues Stored(EntityDefinition definition)
    {
        var stored = new GivenValues(values);
        foreach (var property in definition.AllProperties)
        {
            if (property.IsConverted && IsAssigned(property.Ordinal))
            {
                stored = stored.With(property.Ordinal, property.StoredOf(Value(property.Ordinal)));
            }
        }

        return stored;
    }
}
