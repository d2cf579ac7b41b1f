using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>The target of a polymorphic belongs-to relation of one source.</summary>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TKey">The key by which the source names its target.</typeparam>
/// <typeparam name="TProperties">The properties that all targets have.</typeparam>
public class PolymorphicBelongsToAccessor<TTarget, TKey, TProperties> : Selection<PolymorphicBelongsToAccessor<TTarget, TKey, TProperties>, TProperties>
    where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties>
{
    private readonly RelationSource source;

    /// <summary>Makes the accessor; runs no statement.</summary>
    /// <param name="source">The source, by its primary key.</param>
    public PolymorphicBelongsToAccessor(RelationSource source) : this(source, QuerySpecification.OfTargets(source.Relation)) { }

    private PolymorphicBelongsToAccessor(RelationSource source, QuerySpecification scope) : base(scope) => this.source = source;

    /// <summary>Reads the target, or null where there is none: one statement for what the source names, one for the target.</summary>
    /// <exception cref="InvalidPolymorphismException">The source's discriminator names no type of the relation.</exception>
    public ValueTask<TTarget?> FindAsync(CancellationToken cancellationToken = default)
    {
        // There is one at most, so that nothing is left once it is skipped.
        if (Specification.Skip > 0)
        {
            return default;
        }

        var (session, relation) = (source.Session, source.Relation);
        var discriminator = relation.Source.Property(relation.Polymorphic!.Property);
        var prepared = new Prepared<PolymorphicBelongsToAccessor<TTarget, TKey, TProperties>, ConcreteTargets<TTarget, TKey>>(
            this,
            static accessor =>
            {
                var relation = accessor.source.Relation;
                return new((PolymorphicTarget<TTarget>)relation.Target, relation.Source, relation.Source.Property(relation.Polymorphic!.Property), accessor.Specification, accessor.Inclusions);
            });
        var sources = QuerySpecification.Of(relation.Source);
        return session.RunAsync(
            Access.Read | Access.Atomic,
            (session.Dialect, prepared, relation, discriminator, query: sources.Where(sources.Target.PrimaryKeyIs(relation.Source.KeyParameterOf(source.Key)))),
            static async (connection, state, cancel) =>
            {
                var (dialect, prepared, relation, discriminator, query) = state;
                var targets = prepared.Take();
                var sink = new ReferenceSink(relation);
                await connection.ReadAsync(dialect, (query, foreignKey: relation.KeyFromProperties, discriminator), static (sql, state) => SelectRenderer.WriteKeys(sql, state.query, [state.discriminator, .. state.foreignKey], isOfLinks: false), sink, cancel).ConfigureAwait(false);
                if (sink.Found is not var (type, key))
                {
                    return null;
                }

                var place = targets.Add(type, key);
                await targets.LoadAsync(connection, cancel).ConfigureAwait(false);
                return targets.Find(place, key);
            },
            cancellationToken);
    }

    /// <summary>
    /// Reads the target if it meets the filter's conditions, with the relations that the filter includes, or returns null. Conditions name what the types of the
    /// target have in common, inclusions relations of any of them.
    /// </summary>
    /// <exception cref="InvalidFilterException">The filter names what the types do not have in common, or a value is of another type. No statement has run.</exception>
    /// <exception cref="InvalidInclusionException">All that is wrong is that relations in the filter's include are unknown or cannot be included. No statement has run.</exception>
    /// <exception cref="InvalidPolymorphismException">The source's discriminator names no type of the relation.</exception>
    public ValueTask<TTarget?> FindAsync(Filter<TTarget> filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(filter.ApplyTo(Specification, Inclusions.Surroundings)).FindAsync(cancellationToken);
    }

    private InclusionContext Inclusions => new(source.Session, resolvers: null);

    private protected override PolymorphicBelongsToAccessor<TTarget, TKey, TProperties> With(QuerySpecification specification) => new(source, specification);

    /// <summary>What a source names, unless a part of it is null.</summary>
    private sealed class ReferenceSink(RelationDefinition relation) : RowSink
    {
        private readonly KeyType<TKey> type = new(relation.KeyFromProperties[0].Mapping);
        private readonly int[] places = [.. Enumerable.Range(1, relation.KeyFromProperties.Count)];

        public (string Type, TKey Key)? Found { get; private set; }

        public override bool Accept<TReader>(ref TReader row)
        {
            Found = row.IsNull(0) || KeyType<TKey>.IsMissing(ref row, places) ? null : (row.GetString(0), type.Read(ref row, places));
            return true;
        }
    }
}
