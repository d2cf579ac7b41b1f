using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Includes a polymorphic has-many-through relation: one statement for the links of all sources, and one for each type of target that occurs.</summary>
internal sealed class PolymorphicThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> : RelationLoader<TSource>
    where TSource : class where TTarget : class where TThrough : class where TSourceKey : notnull where TTargetKey : notnull
{
    private readonly PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation;
    private readonly QuerySpecification scope;
    private readonly int placeOfKeyFrom;
    private readonly SourceKeys<TSourceKey> keys = new();
    private readonly PolymorphicLinks<TTarget, TThrough, TTargetKey> links;
    private readonly Column sourceColumn;
    private readonly int placeOfSource;

    public PolymorphicThroughLoader(PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation, QuerySpecification scope, int placeOfKeyFrom, InclusionContext context)
    {
        this.relation = relation;
        this.scope = scope;
        this.placeOfKeyFrom = placeOfKeyFrom;
        links = new(scope, context, isOfLinks: relation.Links is not null);
        sourceColumn = scope.Through!.Column(relation.Through!.KeyFromProperty);
        placeOfSource = links.Projection.PlaceOf(scope.Through!, relation.Through!.KeyFromProperty);
    }

    public override void Add<TReader>(ref TReader row) => keys.Add(ref row, placeOfKeyFrom);

    public override void Add(TSource source) => keys.Add(BoundKey<TSourceKey>.Of((EntityDefinition<TSource>)relation.Source, source, relation.KeyFromProperty));

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        if (keys.Distinct.Count > 0)
        {
            var query = scope.Where(new ListNode(sourceColumn, new ListParameter<TSourceKey>(keys.Distinct), Negated: false));
            await links.LoadAsync(connection, query, sourceColumn, new Sink(this), cancellationToken).ConfigureAwait(false);
        }

        if (relation.Targets is { } targets)
        {
            var lists = new TargetLists<TSourceKey, TTarget>(keys);
            foreach (var (source, target, _) in links.Found())
            {
                lists.ListOf(keys.Distinct[source])!.Add(target);
            }

            lists.Give(sources, targets);
        }
        else
        {
            var lists = new TargetLists<TSourceKey, Link<TTarget, TThrough>>(keys);
            foreach (var (source, target, link) in links.Found())
            {
                lists.ListOf(keys.Distinct[source])!.Add(new(target, link!));
            }

            lists.Give(sources, relation.Links!);
        }
    }

    private sealed class Sink(PolymorphicThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            var source = loader.keys.PlaceOf(ColumnValue.Read<TReader, TSourceKey>(ref row, loader.placeOfSource));
            if (source >= 0)
            {
                loader.links.Read(ref row, source);
            }

            return true;
        }
    }
}
