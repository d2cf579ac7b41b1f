namespace Relations.Definitions;

/// <summary>Compares keys by their value, also those that are bytes.</summary>
internal static class KeyComparer<TKey>
{
    /// <summary>For a dictionary of keys: null, its fastest way, unless the keys are bytes.</summary>
    public static IEqualityComparer<TKey>? ForKeys { get; } = BytesComparer.Instance as IEqualityComparer<TKey>;

    public static bool Same(TKey? left, TKey? right) => ForKeys is { } comparer ? comparer.Equals(left, right) : EqualityComparer<TKey>.Default.Equals(left, right);
}
