using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Takes the targets, then the links by which the sources share them, and gives each source its targets in the order of their keys, each once.</summary>
/// <typeparam name="TSourceKey">The key of a source.</typeparam>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TTargetKey">Its primary key, by which links name it: an integer, whose order is the same here as in the database.</typeparam>
/// <param name="keys">The sources' keys.</param>
/// <param name="sourceKey">How a source's key is read.</param>
/// <param name="placesOfSource">The columns of a source's key, which are null in the rows of targets.</param>
/// <param name="targetKey">How a target's key is read.</param>
/// <param name="placesOfTarget">Its columns.</param>
/// <param name="targets">Reads the targets.</param>
/// <param name="known">The targets by their keys.</param>
/// <param name="lists">The targets of each source.</param>
internal sealed class TargetsAndLinks<TSourceKey, TTarget, TTargetKey>(
    SourceKeys<TSourceKey> keys,
    KeyType<TSourceKey> sourceKey,
    int[] placesOfSource,
    KeyType<TTargetKey> targetKey,
    int[] placesOfTarget,
    EntityLoader<TTarget> targets,
    KnownTargets<TTargetKey, TTarget> known,
    TargetLists<TSourceKey, TTarget> lists) : RowSink
    where TSourceKey : notnull where TTarget : class where TTargetKey : notnull
{
    private int lastSource = -1;
    private TTargetKey? last;
    private bool hasLinks;

    /// <summary>Whether the rows came in order so far. They do as a rule, but no rule of SQL says so; where not, nothing more is taken, and the lists are of no use.</summary>
    public bool IsInOrder { get; private set; } = true;

    public override bool Accept<TReader>(ref TReader row)
    {
        var key = targetKey.Read(ref row, placesOfTarget);
        IsInOrder = KeyType<TSourceKey>.IsMissing(ref row, placesOfSource)
            ? AddTarget(ref row, key)
            : AddLink(sourceKey.Read(ref row, placesOfSource), key);
        return IsInOrder;
    }

    private bool AddTarget<TReader>(ref TReader row, TTargetKey key) where TReader : struct, IRowReader
    {
        if (!hasLinks)
        {
            known.Read(key, ref row, targets);
        }

        return !hasLinks;
    }

    private bool AddLink(TSourceKey key, TTargetKey to)
    {
        hasLinks = true;
        var source = keys.PlaceOf(key);
        if (source < 0)
        {
            return true;
        }

        var order = source == lastSource ? Comparer<TTargetKey>.Default.Compare(to, last) : lists.Has(source) ? -1 : 1;
        if (order > 0 && known.Find(to) is { } target)
        {
            lists.Add(source, target);
        }

        (lastSource, last) = (source, to);
        return order >= 0;
    }
}
