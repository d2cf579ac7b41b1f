namespace Relations.Definitions;

/// <summary>Tells which of the columns that the database would fill in a new row has values for: not the default value of its type, nor an empty text, or that of a foreign key.</summary>
internal struct GeneratedTest(EntityDefinition definition, ForeignKeyValue? foreignKey) : IValueBinder
{
    private readonly bool[]? left = definition.HasOneGenerated ? null : new bool[definition.Properties.Count];
    private bool isAnyGiven;
    private bool isAnyLeft;

    /// <summary>The columns that the row brings.</summary>
    public readonly ColumnPlaces Columns => !isAnyGiven ? definition.ColumnsWithoutGenerated : isAnyLeft ? Some() : definition.AllColumns;

    public void Bind<T>(int ordinal, T value)
    {
        var property = definition.Properties[ordinal];
        if (!property.Is(PropertyKinds.Generated))
        {
            return;
        }

        var isGiven = (!EqualityComparer<T>.Default.Equals(value, default) && value is not string { Length: 0 }) || foreignKey?.Properties.Contains(property) == true;
        isAnyGiven |= isGiven;
        isAnyLeft |= !isGiven;
        if (left is not null)
        {
            left[ordinal] = !isGiven;
        }
    }

    public readonly void BindList<T>(int ordinal, ReadOnlySpan<T> values) => throw new NotSupportedException("A column has a single value.");

    public readonly void BindList(int ordinal, MappedList values) => throw new NotSupportedException("A column has a single value.");

    private readonly ColumnPlaces Some()
    {
        var (entity, others) = (definition, left!);
        return new(entity, property => entity.AllColumns.Places[property.Ordinal] >= 0 && !others[property.Ordinal]);
    }
}
