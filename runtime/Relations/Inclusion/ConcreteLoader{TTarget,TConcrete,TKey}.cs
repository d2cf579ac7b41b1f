using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Reads the targets of one type of a polymorphic relation by their keys, with that type at hand.</summary>
internal sealed class ConcreteLoader<TTarget, TConcrete, TKey> : ConcreteLoader<TTarget, TKey> where TTarget : class where TConcrete : class, TTarget where TKey : notnull
{
    private readonly QuerySpecification query;
    private readonly EntityLoader<TConcrete> loader;
    private readonly IReadOnlyList<PropertyDefinition> key;
    private readonly KeyType<TKey> keyType;
    private readonly int[] placesOfKey;
    private readonly SqlDialect dialect;
    private readonly List<TKey> keys = [];
    private readonly Dictionary<TKey, TConcrete?> targets;

    public ConcreteLoader(ConcreteType<TTarget, TConcrete> type, QuerySpecification query, InclusionContext context)
    {
        this.query = query;
        loader = new(type.TypedDefinition, query, context);
        key = type.KeyToProperties;
        keyType = new(type.KeyMapping);
        placesOfKey = loader.Projection.PlacesOf(query.Target, key);
        targets = new(keyType.Comparer);
        dialect = context.Dialect;
    }

    public override void Add(TKey key)
    {
        if (targets.TryAdd(key, null))
        {
            keys.Add(key);
        }
    }

    public override TTarget? Find(TKey key) => targets.GetValueOrDefault(key);

    public override async ValueTask LoadAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await connection.ReadAsync(
            dialect,
            (query: query.Where(query.Target.KeyIn(key, keyType.ListOf(keys))), loader.Projection),
            static (sql, state) => SelectRenderer.WriteRows(sql, state.query, state.Projection, source: null, isOfLinks: false),
            new Sink(this),
            cancellationToken).ConfigureAwait(false);
        await loader.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Sink(ConcreteLoader<TTarget, TConcrete, TKey> owner) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            owner.targets[owner.keyType.Read(ref row, owner.placesOfKey)] = owner.loader.Read(ref row);
            return true;
        }
    }
}
