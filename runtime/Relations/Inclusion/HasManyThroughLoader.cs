using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Includes a has-many-through relation: the distinct targets of each source, or its links. A target that several sources share is one object, read once.</summary>
internal sealed class HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> : KeyedLoader<TSource, TTarget, TSourceKey>
    where TSource : class where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull
{
    private const int TargetsOfSource = 8;
    private const int MostExpected = 1_000;

    private readonly HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation;
    private readonly KeyType<TTargetKey> targetKey;
    private readonly IEqualityComparer<TTargetKey> comparer;
    private readonly int[] placesOfTarget;
    private readonly int[]? throughPlaces;
    private readonly bool readsTargetsFirst;
    private readonly bool readsLinksFirst;

    public HasManyThroughLoader(HasManyThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, InclusionContext context, QuerySpecification? sources)
        : base(relation, relation.TypedTarget, scope, scope.Through!, relation.Through!.KeyFromProperties, relation.SourceKey, placesOfKeyFrom, context, sources)
    {
        this.relation = relation;
        targetKey = new(relation.TargetKeyMapping);
        comparer = targetKey.Comparer ?? EqualityComparer<TTargetKey>.Default;
        placesOfTarget = Targets.Projection.PlacesOf(scope.Through!, relation.Through!.KeyToProperties);
        throughPlaces = relation.Links is null ? null : Targets.Projection.AddAll(scope.Through!);
        var readsApart = context.Dialect.ReadsTargetsApart && FindsAll && relation.Links is null && relation.TargetKeyMapping is null
            && !relation.Through.KeyFromProperties.Intersect(relation.Through.KeyToProperties).Any();
        readsTargetsFirst = readsApart && scope.IsOfAllTargets && IsInteger && relation.Target.PrimaryKey.SequenceEqual(relation.KeyToProperties);
        readsLinksFirst = readsApart && scope.IsOfOrderedTargets && IsInteger;
    }

    public override bool TryReadAhead(List<Action<SqlWriter>> statements, bool hasSources) =>
        !readsTargetsFirst && !readsLinksFirst && TryReadTargetsAhead(statements, hasSources, isOfLinks: relation.Links is not null);

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        if (relation.Targets is { } targets)
        {
            var lists = new TargetLists<TSourceKey, TTarget>(Keys);
            if (!await TryReadApartAsync(connection, lists, cancellationToken).ConfigureAwait(false))
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

    /// <summary>Whether equal keys and their order are the same here as in the database.</summary>
    private static bool IsInteger => Type.GetTypeCode(typeof(TTargetKey)) is >= TypeCode.SByte and <= TypeCode.UInt64 && !typeof(TTargetKey).IsEnum;

    /// <summary>Reads each target once and the links by their keys alone, where that is the faster way. Returns false where it is not, or rows did not come in order.</summary>
    private async ValueTask<bool> TryReadApartAsync(Connection connection, TargetLists<TSourceKey, TTarget> lists, CancellationToken cancellationToken)
    {
        var isDone = false;
        if (readsTargetsFirst)
        {
            var sink = new TargetsAndLinks<TSourceKey, TTarget, TTargetKey>(Keys, relation.SourceKey, PlacesOfSource, targetKey, placesOfTarget, Targets, new(targetKey), lists);
            await ReadAllAsync(connection, sink, cancellationToken).ConfigureAwait(false);
            isDone = sink.IsInOrder;
        }
        else if (readsLinksFirst)
        {
            var sink = new LinksAndTargets<TSourceKey, TTarget, TTargetKey>(Keys, relation.SourceKey, PlacesOfSource, targetKey, placesOfTarget, Targets, lists, PagesToCount());
            await ReadAllAsync(connection, sink, cancellationToken).ConfigureAwait(false);
            isDone = sink.IsInOrder;
        }

        if (isDone)
        {
            await Targets.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
        }

        return isDone;
    }

    /// <summary>No target is known yet. Each is found once, so that room for a few of each source costs less than to grow often; of many sources they are likely to be shared.</summary>
    private KnownTargets<TTargetKey, TTarget> NoneKnown() => new(targetKey, Math.Min(TargetsOfSource * Keys.Distinct.Count, MostExpected));

    private sealed class TargetSink(HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader, TargetLists<TSourceKey, TTarget> lists) : RowSink
    {
        private readonly KnownTargets<TTargetKey, TTarget> known = loader.NoneKnown();
        private readonly SourcePages pages = loader.PagesToCount();
        private int lastSource = -1;
        private TTargetKey? last;

        public override bool Accept<TReader>(ref TReader row)
        {
            var source = loader.PlaceOfSource(ref row);
            if (source < 0)
            {
                return true;
            }

            // The links of one pair follow each other.
            var key = loader.targetKey.Read(ref row, loader.placesOfTarget);
            if (source != lastSource || !loader.comparer.Equals(key, last))
            {
                (lastSource, last) = (source, key);
                if (pages.Take(source))
                {
                    lists.Add(source, known.FindOrRead(key, ref row, loader.Targets));
                }
            }

            return true;
        }
    }

    private sealed class LinkSink(HasManyThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader, TargetLists<TSourceKey, Link<TTarget, TThrough>> lists) : RowSink
    {
        private readonly KnownTargets<TTargetKey, TTarget> known = loader.NoneKnown();
        private readonly SourcePages pages = loader.PagesToCount();

        public override bool Accept<TReader>(ref TReader row)
        {
            var source = loader.PlaceOfSource(ref row);
            if (source >= 0 && pages.Take(source))
            {
                var target = known.FindOrRead(loader.targetKey.Read(ref row, loader.placesOfTarget), ref row, loader.Targets);
                var placed = new PlacedRow<TReader>(row, loader.throughPlaces!);
                lists.Add(source, new(target, loader.relation.TypedThrough.Read(ref placed)));
            }

            return true;
        }
    }
}
