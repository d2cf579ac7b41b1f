using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The keys of the sources of one level: each key once, and which one each source has.</summary>
internal sealed class SourceKeys<TKey>(KeyType<TKey> type) where TKey : notnull
{
    private const int Missing = -1;

    private readonly IEqualityComparer<TKey>? comparer = type.Comparer;
    private readonly KeyPlaces<TKey> places = new(type);
    private int lastPlace = Missing;

    // Only where a source has no key, or that of another: mostly each has its own.
    private List<int>? sources;

    /// <summary>The keys, each once.</summary>
    public List<TKey> Distinct { get; } = [];

    /// <summary>Whether each source has a key of its own.</summary>
    public bool AreDistinct => sources is null;

    /// <summary>Takes the key of the next source from its row. A key with a part that is null has no targets.</summary>
    public void Add<TReader>(ref TReader row, int[] columns) where TReader : struct, IRowReader
    {
        if (KeyType<TKey>.IsMissing(ref row, columns))
        {
            Sources().Add(Missing);
        }
        else
        {
            Add(type.Read(ref row, columns));
        }
    }

    /// <summary>The place of a key among <see cref="Distinct"/>, or -1. The rows of one source mostly follow each other: then it is the last key again.</summary>
    public int PlaceOf(TKey key)
    {
        if (lastPlace < 0 || !AreSame(key, Distinct[lastPlace]))
        {
            lastPlace = places.PlaceOf(key);
        }

        return lastPlace;
    }

    /// <summary>The place of a source's key among <see cref="Distinct"/>, or -1 where it has none.</summary>
    public int PlaceOfSource(int source) => sources is null ? source : sources[source];

    private bool AreSame(TKey left, TKey right) => comparer is null ? EqualityComparer<TKey>.Default.Equals(left, right) : comparer.Equals(left, right);

    private void Add(TKey key)
    {
        if (places.TryAdd(key, out var place))
        {
            sources?.Add(place);
            Distinct.Add(key);
        }
        else
        {
            Sources().Add(place);
        }
    }

    private List<int> Sources() => sources ??= [.. Enumerable.Range(0, Distinct.Count)];
}
