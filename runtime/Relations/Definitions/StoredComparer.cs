namespace Relations.Definitions;

/// <summary>Compares keys by what is stored of them.</summary>
internal sealed class StoredComparer<TKey>(ValueMapping<TKey> mapping) : IEqualityComparer<TKey>
{
    public bool Equals(TKey? left, TKey? right) =>
        left is null || right is null ? left is null && right is null : StoredValues.AreSame(StoredOf(left), StoredOf(right));

    public int GetHashCode(TKey key)
    {
        var hash = default(HashCode);
        foreach (var value in StoredOf(key))
        {
            hash.Add(value is byte[] bytes ? BytesComparer.Instance.GetHashCode(bytes) : value?.GetHashCode() ?? 0);
        }

        return hash.ToHashCode();
    }

    private object?[] StoredOf(TKey key) => StoredValues.Of(new MappedParameter<TKey>(mapping, key));
}
