using System.Diagnostics.CodeAnalysis;

namespace Relations.Definitions;

/// <summary>How keys of a type are read and bound: as a column's value where it takes them as they are, else as their mapping says.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <param name="mapping">The mapping, or null for keys that a column takes as they are.</param>
internal readonly struct KeyType<TKey>(ValueMapping? mapping) where TKey : notnull
{
    private readonly ValueMapping<TKey>? mapping = (ValueMapping<TKey>?)mapping;

    /// <summary>For a dictionary of keys: null, its fastest way, unless the keys hold bytes.</summary>
    public IEqualityComparer<TKey>? Comparer => mapping is null
        ? BytesComparer.Instance as IEqualityComparer<TKey>
        : mapping.HoldsBytes ? new StoredComparer<TKey>(mapping) : null;

    /// <summary>Whether a part of the key is null in the row.</summary>
    public static bool IsMissing<TReader>(ref TReader row, int[] places) where TReader : struct, IRowReader
    {
        foreach (var place in places)
        {
            if (row.IsNull(place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a key, no part of which is null.</summary>
    public TKey Read<TReader>(ref TReader row, int[] places) where TReader : struct, IRowReader =>
        mapping is null ? ColumnValue.Read<TReader, TKey>(ref row, places[0]) : mapping.Read(ref row, places);

    /// <summary>Takes the key out of an entity, unless a part of it is null.</summary>
    public bool TryTake<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, IReadOnlyList<PropertyDefinition> properties, [NotNullWhen(true)] out TKey? key) where TEntity : class
    {
        var row = new EntityRow<TEntity>(definition, entity);
        int[] ordinals = [.. properties.Select(static property => property.Ordinal)];
        if (IsMissing(ref row, ordinals))
        {
            key = default;
            return false;
        }

        key = Read(ref row, ordinals)!;
        return true;
    }

    public Parameter ParameterOf(TKey key) => mapping is null ? new ValueParameter<TKey>(key) : new MappedParameter<TKey>(mapping, key);

    public Parameter ListOf(List<TKey> keys) => mapping is null ? new ListParameter<TKey>(keys) : new MappedListParameter(new MappedList<TKey>(mapping, keys));
}
