using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Includes a belongs-to or has-one relation. Sources with the same key get the same target; of several targets, the first by their primary key counts.</summary>
internal sealed class ToOneLoader<TSource, TTarget, TKey> : KeyedLoader<TSource, TTarget, TKey> where TSource : class where TTarget : class where TKey : notnull
{
    private readonly RelationProperty<TSource, TTarget> property;

    public ToOneLoader(ToOneDefinition<TSource, TTarget, TKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, InclusionContext context, QuerySpecification? sources)
        : base(relation, relation.TypedTarget, scope, scope.Target, relation.KeyToProperties, relation.Key, placesOfKeyFrom, context, sources) => property = relation.One;

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        var targets = new TTarget?[Keys.Distinct.Count];
        await ReadTargetsAsync(connection, new Sink(this, targets), isOfLinks: false, cancellationToken).ConfigureAwait(false);
        for (var source = 0; source < sources.Count; source++)
        {
            var place = Keys.PlaceOfSource(source);
            property.Set(sources[source], place < 0 ? null : targets[place]);
        }
    }

    private sealed class Sink(ToOneLoader<TSource, TTarget, TKey> loader, TTarget?[] targets) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            var place = loader.PlaceOfSource(ref row);
            if (place >= 0 && targets[place] is null)
            {
                targets[place] = loader.Targets.Read(ref row);
            }

            return true;
        }
    }
}
