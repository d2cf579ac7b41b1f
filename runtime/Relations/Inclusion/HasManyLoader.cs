using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Includes a has-many relation whose targets hold the foreign key.</summary>
internal sealed class HasManyLoader<TSource, TTarget, TKey> : KeyedLoader<TSource, TTarget, TKey> where TSource : class where TTarget : class where TKey : notnull
{
    private readonly HasManyDefinition<TSource, TTarget, TKey> relation;

    public HasManyLoader(HasManyDefinition<TSource, TTarget, TKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, InclusionContext context, QuerySpecification? sources)
        : base(relation, relation.TypedTarget, scope, scope.Target, relation.KeyToProperties, relation.Key, placesOfKeyFrom, context, sources) => this.relation = relation;

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        var lists = new TargetLists<TKey, TTarget>(Keys);
        await ReadTargetsAsync(connection, new Sink(this, lists), isOfLinks: false, cancellationToken).ConfigureAwait(false);
        lists.Give(sources, relation.Targets);
    }

    private sealed class Sink(HasManyLoader<TSource, TTarget, TKey> loader, TargetLists<TKey, TTarget> lists) : RowSink
    {
        private readonly SourcePages pages = loader.PagesToCount();

        public override bool Accept<TReader>(ref TReader row)
        {
            var source = loader.PlaceOfSource(ref row);
            if (source >= 0 && pages.Take(source))
            {
                lists.Add(source, loader.Targets.Read(ref row));
            }

            return true;
        }
    }
}
