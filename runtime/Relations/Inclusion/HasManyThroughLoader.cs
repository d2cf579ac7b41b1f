using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Includes a has-many-through relation: the distinct targets of each source, or its links. A target that several sources share is one object, read once.</summary>
internal sealed class HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> : KeyedLoader<TSource, TTarget, TSourceKey>
    where TSource : class where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull
{
    private readonly HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation;
    private readonly KeyType<TTargetKey> targetKey;
    private readonly int[] placesOfTarget;
    private readonly int[]? throughPlaces;
    private readonly Dictionary<TTargetKey, TTarget> known;
    private readonly bool readsApart;

    public HasManyThroughLoader(HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, InclusionContext context, bool findsAll)
        : base(relation, relation.TypedTarget, scope, scope.Through!, relation.Through!.KeyFromProperties, relation.SourceKey, placesOfKeyFrom, context, findsAll)
    {
        this.relation = relation;
        targetKey = new(relation.TargetKeyMapping);
        known = new(targetKey.Comparer);
        placesOfTarget = Targets.Projection.PlacesOf(scope.Through!, relation.Through!.KeyToProperties);
        throughPlaces = relation.Links is null ? null : Targets.Projection.AddAll(scope.Through!);
        readsApart = context.Dialect.ReadsTargetsApart && findsAll && relation.Links is null && scope.IsOfAllTargets && IsInteger && relation.TargetKeyMapping is null
            && relation.Target.PrimaryKey.SequenceEqual(relation.KeyToProperties);
    }

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        if (relation.Targets is { } targets)
        {
            var lists = new TargetLists<TSourceKey, TTarget>(Keys);
            if (!readsApart || !await TryReadApartAsync(connection, lists, cancellationToken).ConfigureAwait(false))
            {
                lists = new(Keys);
                await ReadTargetsAsync(connection, new TargetSink(this, lists), isOfLinks: false, cancellationToken).ConfigureAwait(false);
            }

            lists.Give(sources, targets);
        }
        else
        {
            var lists = new TargetLists<TSourceKey, Link<TTarget, TThrough>>(Keys);
            await ReadTargetsAsync(connection, new LinkSink(this, lists), isOfLinks: true, cancellationToken).ConfigureAwait(false);
            lists.Give(sources, relation.Links!);
        }
    }

    private static bool IsInteger => Type.GetTypeCode(typeof(TTargetKey)) is >= TypeCode.SByte and <= TypeCode.UInt64 && !typeof(TTargetKey).IsEnum;

    /// <summary>Reads each target once and the links by their keys alone. Returns false where they did not come in order; targets that were read are known then.</summary>
    private async ValueTask<bool> TryReadApartAsync(Connection connection, TargetLists<TSourceKey, TTarget> lists, CancellationToken cancellationToken)
    {
        var sink = new TargetsAndLinks<TSourceKey, TTarget, TTargetKey>(relation.SourceKey, PlacesOfSource, targetKey, placesOfTarget, Targets, known, lists);
        await ReadAllAsync(connection, sink, cancellationToken).ConfigureAwait(false);
        if (sink.IsInOrder)
        {
            await Targets.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
        }

        return sink.IsInOrder;
    }

    /// <summary>Reads the target's key first: one that was seen is not read again.</summary>
    private TTarget ReadTarget<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        var key = targetKey.Read(ref row, placesOfTarget);
        if (!known.TryGetValue(key, out var target))
        {
            target = Targets.Read(ref row);
            known.Add(key, target);
        }

        return target;
    }

    private sealed class TargetSink(HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader, TargetLists<TSourceKey, TTarget> lists) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            if (lists.ListOf(loader.SourceOf(ref row)) is { } list)
            {
                var target = loader.ReadTarget(ref row);

                // The links of one pair follow each other.
                if (list.Count == 0 || !ReferenceEquals(list[^1], target))
                {
                    list.Add(target);
                }
            }

            return true;
        }
    }

    private sealed class LinkSink(HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader, TargetLists<TSourceKey, Link<TTarget, TThrough>> lists) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            if (lists.ListOf(loader.SourceOf(ref row)) is { } list)
            {
                var target = loader.ReadTarget(ref row);
                var placed = new PlacedRow<TReader>(row, loader.throughPlaces!);
                list.Add(new(target, loader.relation.TypedThrough.Read(ref placed)));
            }

            return true;
        }
    }
}
