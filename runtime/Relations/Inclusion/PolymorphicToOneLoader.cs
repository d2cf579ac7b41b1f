using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>Includes a polymorphic belongs-to relation: one statement for each type of target that occurs.</summary>
internal sealed class PolymorphicToOneLoader<TSource, TTarget, TKey> : RelationLoader<TSource> where TSource : class where TTarget : class where TKey : notnull
{
    private readonly PolymorphicBelongsToDefinition<TSource, TTarget, TKey> relation;
    private readonly KeyType<TKey> keyType;
    private readonly int[] placesOfKeyFrom;
    private readonly int placeOfType;
    private readonly ConcreteTargets<TTarget, TKey> targets;
    private readonly List<(int Type, TKey Key)?> wanted = [];

    public PolymorphicToOneLoader(PolymorphicBelongsToDefinition<TSource, TTarget, TKey> relation, QuerySpecification scope, int[] placesOfKeyFrom, int placeOfType, InclusionContext context)
    {
        this.relation = relation;
        this.placesOfKeyFrom = placesOfKeyFrom;
        keyType = relation.Key;
        this.placeOfType = placeOfType;
        targets = new(relation.TypedTarget, relation.Source, relation.DiscriminatorProperty, scope, context);
    }

    public override void Add<TReader>(ref TReader row) =>
        wanted.Add(KeyType<TKey>.IsMissing(ref row, placesOfKeyFrom) || row.IsNull(placeOfType) ? null : Wanted(row.GetString(placeOfType), keyType.Read(ref row, placesOfKeyFrom)));

    public override void Add(TSource source)
    {
        var definition = (EntityDefinition<TSource>)relation.Source;
        var row = new EntityRow<TSource>(definition, source);
        var type = relation.DiscriminatorProperty.Ordinal;
        wanted.Add(!row.IsNull(type) && keyType.TryTake(definition, source, relation.KeyFromProperties, out var key) ? Wanted(row.GetString(type), key) : null);
    }

    public override async ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken)
    {
        await targets.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
        for (var source = 0; source < sources.Count; source++)
        {
            relation.One.Set(sources[source], wanted[source] is var (type, key) ? targets.Find(type, key) : null);
        }
    }

    private (int Type, TKey Key) Wanted(string type, TKey key) => (targets.Add(type, key), key);
}
