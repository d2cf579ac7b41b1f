using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The targets that were read, by the keys by which links name them.</summary>
internal sealed class KnownTargets<TKey, TTarget>(KeyType<TKey> type) where TKey : notnull where TTarget : class
{
    private readonly KeyPlaces<TKey> places = new(type);
    private readonly List<TTarget> targets = [];

    /// <summary>The target with this key, or null.</summary>
    public TTarget? Find(TKey key) => places.PlaceOf(key) is >= 0 and var place ? targets[place] : null;

    /// <summary>Adds a target; its key must be new.</summary>
    public TTarget Add(TKey key, TTarget target)
    {
        if (!places.TryAdd(key))
        {
            throw new InvalidOperationException($"The target with key {key} was read twice.");
        }

        targets.Add(target);
        return target;
    }
}
