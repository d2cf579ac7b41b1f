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
    private readonly IReadOnlyList<PropertyDefinition> keyFrom;
    private readonly int[] ordinalsOfKeyFrom;
    private readonly int[] placesOfKeyFrom;
    private readonly QuerySpecification scope;
    private readonly TableReference sourceTable;
    private readonly IReadOnlyList<PropertyDefinition> sourceKey;
    private readonly KeyType<TKey> type;
    private readonly InclusionContext context;
    private readonly QuerySpecification? sourcesToFind;

    /// <summary>Prepares the loader.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="target">The target.</param>
    /// <param name="scope">What is wanted of the targets.</param>
    /// <param name="sourceTable">The table that names the source: the target's or the through model's.</param>
    /// <param name="sourceKey">The properties that name it.</param>
    /// <param name="type">How the key is read and bound.</param>
    /// <param name="placesOfKeyFrom">The places of the source's key in the source's rows.</param>
    /// <param name="context">What the levels share.</param>
    /// <param name="sources">The query that finds the sources, where a statement may find them again, or which finds all that there are.</param>
    protected KeyedLoader(RelationDefinition relation, EntityDefinition<TTarget> target, QuerySpecification scope, TableReference sourceTable, IReadOnlyList<PropertyDefinition> sourceKey, KeyType<TKey> type, int[] placesOfKeyFrom, InclusionContext context, QuerySpecification? sources)
    {
        sourceDefinition = (EntityDefinition<TSource>)relation.Source;
        keyFrom = relation.KeyFromProperties;
        ordinalsOfKeyFrom = [.. relation.KeyFromProperties.Select(static property => property.Ordinal)];
        this.placesOfKeyFrom = placesOfKeyFrom;
        this.scope = scope;
        this.sourceTable = sourceTable;
        this.sourceKey = sourceKey;
        this.type = type;
        this.context = context;
        // Texts may be equal in the database that are not here, by the column's collation: keys that are asked for one by one show it.
        var isText = sourceKey.Any(static part => part.ColumnType == ColumnType.Text);
        FindsAll = !isText && ((sources is { IsOfWholeTable: true } && relation.Type != RelationType.BelongsTo) || (sources is { IsOfAllTargets: true } && LeadsBack(relation, sources.Relation)));
        sourcesToFind = context.ReadsAhead && !FindsAll && sources is { IsOfKey: true } or { IsOfShortPage: true } or { IsOfWholeTable: true } ? sources : null;
        Keys = new(type);
        Targets = new(target, scope, context, isOfAll: FindsAll && scope is { Through: not null, IsOfAllTargets: true });
        PlacesOfSource = Targets.Projection.PlacesOf(sourceTable, sourceKey);
    }

    /// <summary>Whether the targets of all sources that have any are wanted: then one scan finds them, without a list of keys.</summary>
    protected bool FindsAll { get; }

    protected SourceKeys<TKey> Keys { get; }

    /// <summary>The targets, and the relations that are included into them.</summary>
    protected EntityLoader<TTarget> Targets { get; }

    /// <summary>The places of the columns that name a target's source.</summary>
    protected int[] PlacesOfSource { get; }

    public override bool TryReadAhead(List<Action<SqlWriter>> statements, bool hasSources) => TryReadTargetsAhead(statements, hasSources, isOfLinks: false);

    public sealed override void Add<TReader>(ref TReader row) => Keys.Add(ref row, placesOfKeyFrom);

    public sealed override void Add(TSource source)
    {
        var row = new EntityRow<TSource>(sourceDefinition, source);
        Keys.Add(ref row, ordinalsOfKeyFrom);
    }

    /// <summary>The place of a target's source among <see cref="Keys"/>, or -1 where it is none of them.</summary>
    /// <exception cref="RelationsException">It must be one of them, and is not: the database takes other keys for equal.</exception>
    protected int PlaceOfSource<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        var key = type.Read(ref row, PlacesOfSource);
        var place = Keys.PlaceOf(key);
        return place >= 0 || FindsAll || sourcesToFind is not null ? place : throw IsEqualInDatabaseAlone(key);
    }

    /// <summary>The pages of all sources, where rows are counted while they are read.</summary>
    protected SourcePages PagesToCount() => context.PagesToCount(scope, Keys.Distinct.Count);

    /// <summary>Runs the statement that reads each target of all sources once, and their links by themselves, unless no source has a key.</summary>
    protected ValueTask ReadAllAsync(Connection connection, RowSink sink, CancellationToken cancellationToken) =>
        Keys.Distinct.Count == 0
            ? default
            : connection.ReadAsync(
                context.Dialect,
                (scope, Targets.Projection),
                static (sql, state) => TargetsAndLinksRenderer.Write(sql, state.scope, state.Projection),
                sink,
                cancellationToken);

    /// <summary>Runs the statement, unless no source has a key, and includes the relations of the targets.</summary>
    protected async ValueTask ReadTargetsAsync(Connection connection, RowSink sink, bool isOfLinks, CancellationToken cancellationToken)
    {
        if (Keys.Distinct.Count == 0)
        {
            return;
        }

        await connection.ReadAsync(
            context.Dialect,
            (loader: this, isOfLinks),
            static (sql, state) => state.loader.WriteTargets(sql, state.isOfLinks),
            sink,
            cancellationToken).ConfigureAwait(false);
        await Targets.LoadRelationsAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the statement of <see cref="ReadTargetsAsync"/>, where it needs no keys that are not at hand, and no other follows it.</summary>
    protected bool TryReadTargetsAhead(List<Action<SqlWriter>> statements, bool hasSources, bool isOfLinks)
    {
        if (Targets.HasRelations || !(hasSources || FindsAll || sourcesToFind is not null))
        {
            return false;
        }

        if (!hasSources || Keys.Distinct.Count > 0)
        {
            statements.Add(sql => WriteTargets(sql, isOfLinks));
        }

        return true;
    }

    /// <summary>Whether a relation goes by the same links in the other direction as the one by which its sources were found. All sources that have any link are among them then.</summary>
    private static bool LeadsBack(RelationDefinition relation, HasManyDefinition? found) =>
        relation is HasManyDefinition { Through: { } through } && found?.Through is { } links && through.Model == links.Model
        && through.KeyFromProperties.SequenceEqual(links.KeyToProperties) && relation.KeyFromProperties.SequenceEqual(found.KeyToProperties);

    private RelationsException IsEqualInDatabaseAlone(TKey key) => new(
        $"The database takes '{KeyText.Of(sourceKey, type.ParameterOf(key))}' in {sourceTable.Definition.Name}.{string.Join(", ", sourceKey.Select(static part => part.Name))} for the key of another row that is written otherwise, by its column's type or collation (such as COLLATE NOCASE). " +
        "Relations compares keys as they are: write both alike, or let the columns compare so.");

    private void WriteTargets(SqlWriter sql, bool isOfLinks)
    {
        var query = context.CountedByDatabase(scope).Where(
            FindsAll ? sourceTable.KeyIsSet(sourceKey)
            : sourcesToFind is { } sources ? new KeyQueryNode(sourceTable.Columns(sourceKey), sources, keyFrom)
            : sourceTable.KeyIn(sourceKey, type.ListOf(Keys.Distinct)));
        SelectRenderer.WriteRows(sql, query, Targets.Projection, sourceTable.Columns(sourceKey), isOfLinks);
    }
}
