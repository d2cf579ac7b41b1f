using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The targets that were read, by the keys by which links name them.</summary>
/// <param name="type">How keys are compared.</param>
/// <param name="expected">How many there may be; there may as well be more.</param>
internal sealed class KnownTargets<TKey, TTarget>(KeyType<TKey> type, int expected = 0) where TKey : notnull where TTarget : class
{
    private readonly KeyPlaces<TKey> places = new(type, expected);
    private readonly List<TTarget> targets = new(expected);

    /// <summary>The target with this key, or null.</summary>
    public TTarget? Find(TKey key) => places.PlaceOf(key) is >= 0 and var place ? targets[place] : null;

    /// <summary>Reads a target; its key must be new.</summary>
    public void Read<TReader>(TKey key, ref TReader row, EntityLoader<TTarget> loader) where TReader : struct, IRowReader
    {
        if (!places.TryAdd(key, out _))
        {
            throw new InvalidOperationException($"The target with key {key} was read twice.");
        }

        targets.Add(loader.Read(ref row));
    }

    /// <summary>The target with this key, read of the row where it is not known.</summary>
    public TTarget FindOrRead<TReader>(TKey key, ref TReader row, EntityLoader<TTarget> loader) where TReader : struct, IRowReader
    {
        if (places.TryAdd(key, out var place))
        {
            targets.Add(loader.Read(ref row));
        }

        return targets[place];
    }
}
