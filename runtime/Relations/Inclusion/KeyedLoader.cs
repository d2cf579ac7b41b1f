using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>What the loaders of all relations share: the sources' keys, and the one statement that finds the targets of all of them.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TTarget">The entity that it leads to.</typeparam>
/// <typeparam name="TKey">The key by which targets or links name their source.</typeparam>
internal abstract class KeyedLoader<TSource, TTarget, TKey> : RelationLoader<TSource> where TSource : class where TTarget : class where TKey : notnull
{
    private readonly EntityDefinition<TSource> sourceDefinition;
    private readonly PropertyDefinition keyFrom;
    private readonly int placeOfKeyFrom;
    private readonly QuerySpecification scope;
    private readonly Column sourceColumn;
    private readonly InclusionContext context;

    /// <summary>Prepares the loader.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="target">The target.</param>
    /// <param name="scope">What is wanted of the targets.</param>
    /// <param name="sourceTable">The table that names the source: the target's or the through model's.</param>
    /// <param name="sourceProperty">The property that names it.</param>
    /// <param name="placeOfKeyFrom">The place of the source's key in the source's rows.</param>
    /// <param name="context">What the levels share.</param>
    protected KeyedLoader(RelationDefinition relation, EntityDefinition<TTarget> target, QuerySpecification scope, TableReference sourceTable, PropertyDefinition sourceProperty, int placeOfKeyFrom, InclusionContext context)
    {
        sourceDefinition = (EntityDefinition<TSource>)relation.Source;
        keyFrom = relation.KeyFromProperty;
        this.placeOfKeyFrom = placeOfKeyFrom;
        this.scope = scope;
        this.context = context;
        sourceColumn = sourceTable.Column(sourceProperty);
        Targets = new(target, scope, context);
        PlaceOfSource = Targets.Projection.PlaceOf(sourceTable, sourceProperty);
    }

    protected SourceKeys<TKey> Keys { get; } = new();

    /// <summary>The targets, and the relations that are included into them.</summary>
    protected EntityLoader<TTarget> Targets { get; }

    /// <summary>The place of the column that names a target's source.</summary>
    protected int PlaceOfSource { get; }

    public sealed override void Add<TReader>(ref TReader row) => Keys.Add(ref row, placeOfKeyFrom);

    public sealed override void Add(TSource source) => Keys.Add(BoundKey<TKey>.Of(sourceDefinition, source, keyFrom));

    /// <summary>Runs the statement, unless no source has a key, and includes the relations of the targets.</summary>
    protected async ValueTask ReadTargetsAsync(Connection connection, RowSink sink, bool isOfLinks, CancellationToken cancellationToken)
    {
        if (Keys.Distinct.Count == 0)
        {
            return;
        }

        var query = scope.Where(new ListNode(sourceColumn, new ListParameter<TKey>(Keys.Distinct), Negated: false));
        var statement = Statement.Rent();
        try
        {
            SelectRenderer.WriteRows(new(context.Dialect, statement), query, Targets.Projection, sourceColumn, isOfLinks);
            await connection.ReadAsync(statement, sink, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            statement.Return();
        }

        await Targets.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
    }
}
