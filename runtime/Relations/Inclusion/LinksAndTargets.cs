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
    // The sources of all links, target by target; the targets that they link to, and where the sources of each begin.
    private readonly List<int> sources = [];
    private readonly List<TTargetKey> linkedTo = [];
    private readonly List<int> starts = [];

    // For each source: the last target that a link gave it, and how many did.
    private readonly (int Group, int Count)[] linked = new (int, int)[keys.Distinct.Count];
    private readonly IEqualityComparer<TTargetKey> comparer = targetKey.Comparer ?? EqualityComparer<TTargetKey>.Default;
    private Dictionary<TTargetKey, int>? groups;

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
        if (groups is not null)
        {
            IsInOrder = false;
            return;
        }

        if (linkedTo.Count == 0 || !comparer.Equals(key, linkedTo[^1]))
        {
            linkedTo.Add(key);
            starts.Add(sources.Count);
        }

        if (source < 0)
        {
            return;
        }

        ref var its = ref linked[source];
        if (its.Group != starts.Count)
        {
            its = (starts.Count, its.Count + 1);
            sources.Add(source);
        }
    }

    private void AddTarget<TReader>(ref TReader row, TTargetKey key) where TReader : struct, IRowReader
    {
        groups ??= Groups();
        if (!IsInOrder || !groups.TryGetValue(key, out var group))
        {
            return;
        }

        var end = group + 1 < starts.Count ? starts[group + 1] : sources.Count;
        TTarget? target = null;
        foreach (var source in CollectionsMarshal.AsSpan(sources)[starts[group]..end])
        {
            if (pages.Take(source))
            {
                target ??= targets.Read(ref row);
                lists.Add(source, target, pages.Of(linked[source].Count));
            }
        }
    }

    /// <summary>The targets that are linked to, with their places: made once, of the right size.</summary>
    private Dictionary<TTargetKey, int> Groups()
    {
        var made = new Dictionary<TTargetKey, int>(linkedTo.Count, targetKey.Comparer);
        foreach (var key in linkedTo)
        {
            IsInOrder &= made.TryAdd(key, made.Count);
        }

        return made;
    }
}
