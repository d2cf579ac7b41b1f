using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Reads the entities of one level of a query, and includes their relations: prepared all at once, run level by level, joined in memory.</summary>
internal sealed class EntityLoader<TEntity> where TEntity : class
{
    private readonly EntityDefinition<TEntity> definition;
    private readonly RelationLoader<TEntity>[] relations;
    private readonly int[]? places;
    private readonly bool keepsAll;

    /// <summary>Prepares a level and all below it.</summary>
    /// <param name="definition">What the entities are.</param>
    /// <param name="query">What is wanted of them.</param>
    /// <param name="context">What the levels share.</param>
    /// <param name="isFirst">Whether the query starts here: then the entities are its result, and it may want all rows of their table.</param>
    /// <param name="isOfAll">Whether the entities are all to which any link leads, from whatever source.</param>
    /// <exception cref="InvalidInclusionException">A relation of some level is unknown or disabled.</exception>
    public EntityLoader(EntityDefinition<TEntity> definition, QuerySpecification query, InclusionContext context, bool isFirst = false, bool isOfAll = false)
    {
        this.definition = definition;
        Projection = new(query);
        keepsAll = isFirst;
        places = Projection.Places;
        relations = query.Inclusions.Length == 0 ? [] : context.Prepare<TEntity>(query, Projection, sources: isFirst || isOfAll ? query : null);
    }

    /// <summary>The columns that a statement must read for this level; those of the entity stand first.</summary>
    public Projection Projection { get; }

    /// <summary>The entities, in the order in which they were read: those of the first level, and of one into which relations are included.</summary>
    public List<TEntity> Entities { get; } = [];

    public bool HasRelations => relations.Length > 0;

    /// <summary>The statements that will read the relations, or null where one of them needs rows that have not been read.</summary>
    /// <param name="hasEntities">Whether the entities have been read.</param>
    public List<Action<SqlWriter>>? StatementsOfRelations(bool hasEntities)
    {
        var statements = new List<Action<SqlWriter>>();
        return HasRelations && Array.TrueForAll(relations, relation => relation.TryReadAhead(statements, hasEntities)) ? statements : null;
    }

    /// <summary>Reads an entity of a row.</summary>
    public TEntity Read<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        TEntity entity;
        if (places is null)
        {
            entity = definition.Read(ref row);
        }
        else
        {
            var placed = new PlacedRow<TReader>(row, places);
            entity = definition.Read(ref placed);
        }

        foreach (var relation in relations)
        {
            relation.Add(ref row);
        }

        if (keepsAll || relations.Length > 0)
        {
            Entities.Add(entity);
        }

        return entity;
    }

    /// <summary>Takes an entity that somebody has at hand.</summary>
    public void Add(TEntity entity)
    {
        foreach (var relation in relations)
        {
            relation.Add(entity);
        }

        Entities.Add(entity);
    }

    /// <summary>Includes the relations into the entities that were read.</summary>
    public async ValueTask LoadRelationsAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (Entities.Count == 0)
        {
            return;
        }

        foreach (var relation in relations)
        {
            await relation.LoadAsync(connection, Entities, cancellationToken).ConfigureAwait(false);
        }
    }
}
