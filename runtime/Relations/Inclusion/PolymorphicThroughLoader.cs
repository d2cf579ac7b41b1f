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
    private readonly InclusionContext context;
    private readonly int[] placesOfKeyFrom;
    private readonly int[] ordinalsOfKeyFrom;
    private readonly SourceKeys<TSourceKey> keys;
    private readonly PolymorphicLinks<TTarget, TThrough, TTargetKey> links;
    private readonly IReadOnlyList<PropertyDefinition> sourceKey;
    private readonly int[] placesOfSource;

    public PolymorphicThroughLoader(PolymorphicThroughDefinition<TSource, TTarget, TThrough, TSourceKey, TTargetKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, InclusionContext context)
    {
        this.relation = relation;
        this.scope = scope;
        this.context = context;
        this.placesOfKeyFrom = placesOfKeyFrom;
        ordinalsOfKeyFrom = [.. relation.KeyFromProperties.Select(static property => property.Ordinal)];
        keys = new(relation.SourceKey);
        links = new(scope, context, isOfLinks: relation.Links is not null);
        sourceKey = relation.Through!.KeyFromProperties;
        placesOfSource = links.Projection.PlacesOf(scope.Through!, sourceKey);
    }

    public override void Add<TReader>(ref TReader row) => keys.Add(ref row, placesOfKeyFrom);

    public override void Add(TSource source)
    {
        var row = new EntityRow<TSource>((EntityDefinition<TSource>)relation.Source, source);
        keys.Add(ref row, ordinalsOfKeyFrom);
    }

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        if (keys.Distinct.Count > 0)
        {
            var query = context.CountedByDatabase(scope).Where(scope.Through!.KeyIn(sourceKey, relation.SourceKey.ListOf(keys.Distinct)));
            await links.LoadAsync(connection, query, scope.Through!.Columns(sourceKey), new Sink(this, context.PagesToCount(scope, keys.Distinct.Count)), cancellationToken).ConfigureAwait(false);
        }

        if (relation.Targets is { } targets)
        {
            var lists = new TargetLists<TSourceKey, TTarget>(keys);
            foreach (var (source, target, _) in links.Found())
            {
                lists.Add(source, target);
            }

            lists.Give(sources, targets);
        }
        else
        {
            var lists = new TargetLists<TSourceKey, Link<TTarget, TThrough>>(keys);
            foreach (var (source, target, link) in links.Found())
            {
                lists.Add(source, new(target, link!));
            }

            lists.Give(sources, relation.Links!);
        }
    }

    private sealed class Sink(PolymorphicThroughLoader<TSource, TTarget, TThrough, TSourceKey, TTargetKey> loader, SourcePages pages) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            var source = loader.keys.PlaceOf(loader.relation.SourceKey.Read(ref row, loader.placesOfSource));
            if (source >= 0)
            {
                loader.links.Read(ref row, source, pages);
            }

            return true;
        }
    }
}
