using Relations.Definitions;
using Relations.Inclusion;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads a link from each row. A target that is linked several times is one object, read once.</summary>
internal sealed class LinkSink<TTarget, TThrough, TTargetKey>(EntityLoader<TTarget> targets, EntityDefinition<TThrough> through, KeyType<TTargetKey> key, int[] placesOfTarget, int[] throughPlaces) : RowSink
    where TTarget : class where TThrough : class where TTargetKey : notnull
{
    private readonly Dictionary<TTargetKey, TTarget> known = new(key.Comparer);

    public EntityLoader<TTarget> Targets { get; } = targets;

    public List<Link<TTarget, TThrough>> Links { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        var targetKey = key.Read(ref row, placesOfTarget);
        if (!known.TryGetValue(targetKey, out var target))
        {
            target = Targets.Read(ref row);
            known.Add(targetKey, target);
        }

        var placed = new PlacedRow<TReader>(row, throughPlaces);
        Links.Add(new(target, through.Read(ref placed)));
        return true;
    }
}
