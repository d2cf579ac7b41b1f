using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The keys of the sources of one level: each key once, and which one each source has.</summary>
internal sealed class SourceKeys<TKey>(KeyType<TKey> type) where TKey : notnull
{
    private const int Missing = -1;

    private readonly Dictionary<TKey, int> places = new(type.Comparer);
    private readonly List<int> sources = [];

    /// <summary>The keys, each once.</summary>
    public List<TKey> Distinct { get; } = [];

    /// <summary>How many sources there are.</summary>
    public int Count => sources.Count;

    /// <summary>Takes the key of the next source from its row. A key with a part that is null has no targets.</summary>
    public void Add<TReader>(ref TReader row, int[] columns) where TReader : struct, IRowReader
    {
        if (KeyType<TKey>.IsMissing(ref row, columns))
        {
            sources.Add(Missing);
        }
        else
        {
            Add(type.Read(ref row, columns));
        }
    }

    /// <summary>Whether two keys are the same.</summary>
    public bool AreSame(TKey? left, TKey? right) => places.Comparer.Equals(left, right);

    /// <summary>The place of a key among <see cref="Distinct"/>.</summary>
    public int PlaceOf(TKey key) => places.TryGetValue(key, out var place) ? place : Missing;

    /// <summary>The place of a source's key among <see cref="Distinct"/>, or -1 where it has none.</summary>
    public int PlaceOfSource(int source) => sources[source];

    private void Add(TKey key)
    {
        if (places.TryAdd(key, Distinct.Count))
        {
            sources.Add(Distinct.Count);
            Distinct.Add(key);
        }
        else
        {
            sources.Add(places[key]);
        }
    }
}
