using System.Runtime.InteropServices;
using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Takes the links, target by target, then the targets in the order that is wanted, and gives each to the sources that link to it and still have room. Only targets that some source takes are read.</summary>
/// <typeparam name="TSourceKey">The key of a source.</typeparam>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TTargetKey">The key by which links name it.</typeparam>
/// <param name="keys">The sources' keys.</param>
/// <param name="sourceKey">How a source's key is read.</param>
/// <param name="placesOfSource">The columns of a source's key, which are null in the rows of targets.</param>
/// <param name="targetKey">How a target's key is read.</param>
/// <param name="placesOfTarget">Its columns.</param>
/// <param name="targets">Reads the targets.</param>
/// <param name="lists">The targets of each source.</param>
/// <param name="pages">What each source takes.</param>
internal sealed class LinksAndTargets<TSourceKey, TTarget, TTargetKey>(
    SourceKeys<TSourceKey> keys,
    KeyType<TSourceKey> sourceKey,
    int[] placesOfSource,
    KeyType<TTargetKey> targetKey,
    int[] placesOfTarget,
    EntityLoader<TTarget> targets,
    TargetLists<TSourceKey, TTarget> lists,
    SourcePages pages) : RowSink
    where TSourceKey : notnull where TTarget : class where TTargetKey : notnull
{
    // The targets that are linked to, the sources of all links, target by target, and where those of each target begin.
    private readonly KeyPlaces<TTargetKey> linkedTo = new(targetKey);
    private readonly List<int> sources = [];
    private readonly List<int> starts = [];

    // For each source: the last target that a link gave it, and how many did.
    private readonly (int Target, int Count)[] linked = new (int, int)[keys.Distinct.Count];
    private readonly IEqualityComparer<TTargetKey> comparer = targetKey.Comparer ?? EqualityComparer<TTargetKey>.Default;
    private TTargetKey? last;
    private bool hasTargets;

    /// <summary>Whether the rows came in order so far. They do as a rule, but no rule of SQL says so; where not, nothing more is taken, and the lists are of no use.</summary>
    public bool IsInOrder { get; private set; } = true;

    public override bool Accept<TReader>(ref TReader row)
    {
        var key = targetKey.Read(ref row, placesOfTarget);
        if (KeyType<TSourceKey>.IsMissing(ref row, placesOfSource))
        {
            AddTarget(ref row, key);
        }
        else
        {
            AddLink(keys.PlaceOf(sourceKey.Read(ref row, placesOfSource)), key);
        }

        return IsInOrder;
    }

    private void AddLink(int source, TTargetKey key)
    {
        IsInOrder = !hasTargets;
        if (linkedTo.Count == 0 || !comparer.Equals(key, last))
        {
            IsInOrder &= linkedTo.TryAdd(key, out _);
            starts.Add(sources.Count);
            last = key;
        }

        if (source < 0 || !IsInOrder)
        {
            return;
        }

        ref var its = ref linked[source];
        if (its.Target != starts.Count)
        {
            its = (starts.Count, its.Count + 1);
            sources.Add(source);
        }
    }

    private void AddTarget<TReader>(ref TReader row, TTargetKey key) where TReader : struct, IRowReader
    {
        hasTargets = true;
        var place = linkedTo.PlaceOf(key);
        if (place < 0)
        {
            return;
        }

        var end = place + 1 < starts.Count ? starts[place + 1] : sources.Count;
        TTarget? target = null;
        foreach (var source in CollectionsMarshal.AsSpan(sources)[starts[place]..end])
        {
            if (pages.Take(source))
            {
                target ??= targets.Read(ref row);
                lists.Add(source, target, pages.Of(linked[source].Count));
            }
        }
    }
}
