using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Reads the links of a polymorphic relation in one statement, in the order that is wanted, then the targets in one statement for each type that occurs.</summary>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
/// <typeparam name="TTargetKey">The key by which a link names its target.</typeparam>
internal sealed class PolymorphicLinks<TTarget, TThrough, TTargetKey> where TTarget : class where TThrough : class where TTargetKey : notnull
{
    private readonly QuerySpecification query;
    private readonly InclusionContext context;
    private readonly bool isOfLinks;
    private readonly ConcreteTargets<TTarget, TTargetKey> targets;
    private readonly EntityDefinition<TThrough> through;
    private readonly KeyType<TTargetKey> targetKey;
    private readonly IEqualityComparer<TTargetKey> comparer;
    private readonly int[] placesOfTarget;
    private readonly int placeOfType;
    private readonly int[]? throughPlaces;
    private readonly List<(int Source, int Type, TTargetKey Key, TThrough? Link)> rows = [];
    private (int Source, string Type, TTargetKey Key)? last;

    /// <summary>Prepares the statements.</summary>
    /// <param name="query">What is wanted of links and targets.</param>
    /// <param name="context">What the levels share.</param>
    /// <param name="isOfLinks">Whether every link is wanted, not each target once.</param>
    /// <exception cref="InvalidInclusionException">A relation of some level is unknown or disabled.</exception>
    public PolymorphicLinks(QuerySpecification query, InclusionContext context, bool isOfLinks)
    {
        this.query = query;
        this.context = context;
        this.isOfLinks = isOfLinks;
        var keys = query.Relation!.Through!;
        through = (EntityDefinition<TThrough>)keys.Model;
        targets = new((PolymorphicTarget<TTarget>)query.Target.Definition, through, keys.DiscriminatorProperty!, query, context);
        Projection = Projection.Nothing(query);
        targetKey = new(query.Relation.TargetKeyMapping);
        comparer = targetKey.Comparer ?? EqualityComparer<TTargetKey>.Default;
        placesOfTarget = Projection.PlacesOf(query.Through!, keys.KeyToProperties);
        placeOfType = Projection.PlaceOf(query.Through!, keys.DiscriminatorProperty!);
        throughPlaces = isOfLinks ? Projection.AddAll(query.Through!) : null;
    }

    /// <summary>The columns that are read of the links.</summary>
    public Projection Projection { get; }

    /// <summary>Takes a row, where it is on its source's page; the links of one target follow each other.</summary>
    public void Read<TReader>(ref TReader row, int source, SourcePages pages) where TReader : struct, IRowReader
    {
        var key = targetKey.Read(ref row, placesOfTarget);
        var type = row.GetString(placeOfType);
        if (!isOfLinks && last is var (lastSource, lastType, lastKey) && lastSource == source && lastType == type && comparer.Equals(lastKey, key))
        {
            return;
        }

        last = (source, type, key);
        if (pages.Take(source))
        {
            rows.Add((source, targets.Add(type, key), key, ReadLink(ref row)));
        }
    }

    /// <summary>Runs the statements.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="query">The query, constrained to its sources.</param>
    /// <param name="source">For many sources at once: the columns that tell the source.</param>
    /// <param name="sink">Hands the rows over, each with its source.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async ValueTask LoadAsync(Connection connection, QuerySpecification query, Column[]? source, RowSink sink, CancellationToken cancellationToken)
    {
        await ReadLinksAsync(connection, query, source, sink, cancellationToken).ConfigureAwait(false);
        await targets.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the statements for a query of one source.</summary>
    public ValueTask LoadAsync(Connection connection, CancellationToken cancellationToken) =>
        LoadAsync(connection, query, source: null, new SingleSource(this), cancellationToken);

    /// <summary>Runs the statement for the links of one source alone.</summary>
    public ValueTask ReadLinksAsync(Connection connection, CancellationToken cancellationToken) =>
        ReadLinksAsync(connection, query, source: null, new SingleSource(this), cancellationToken);

    private TThrough? ReadLink<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        if (throughPlaces is not { } places)
        {
            return null;
        }

        var placed = new PlacedRow<TReader>(row, places);
        return through.Read(ref placed);
    }

    private ValueTask ReadLinksAsync(Connection connection, QuerySpecification query, Column[]? source, RowSink sink, CancellationToken cancellationToken) =>
        connection.ReadAsync(
            context.Dialect,
            (query, Projection, source, isOfLinks),
            static (sql, state) => SelectRenderer.WriteRows(sql, state.query, state.Projection, state.source, state.isOfLinks),
            sink,
            cancellationToken);

    /// <summary>The targets in their order, each with the place of its source. A link without a target is passed over.</summary>
    public IEnumerable<(int Source, TTarget Target, TThrough? Link)> Found()
    {
        foreach (var (source, type, key, link) in rows)
        {
            if (targets.Find(type, key) is { } target)
            {
                yield return (source, target, link);
            }
        }
    }

    /// <summary>The keys of the targets, type by type.</summary>
    public IEnumerable<IGrouping<int, TTargetKey>> Keys() => rows.Distinct().GroupBy(static row => row.Type, static row => row.Key);

    private sealed class SingleSource(PolymorphicLinks<TTarget, TThrough, TTargetKey> links) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            links.Read(ref row, source: 0, pages: default);
            return true;
        }
    }
}
