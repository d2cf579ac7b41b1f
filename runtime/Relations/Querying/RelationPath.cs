using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A relation as a query lambda sees it.</summary>
public abstract class RelationPath
{
    private readonly TableReference? source;
    private readonly int index;

    private protected RelationPath(TableAlias table, int relation)
    {
        source = table.Reference;
        index = relation;
    }

    internal TableReference Source => source ?? throw new InvalidOperationException("This relation belongs to no query; take it from the lambda's parameter.");

    internal RelationDefinition Relation => Source.Definition.RelationAt(index);

    /// <summary>Whether the relation that a lambda such as <c>d => d.Patients</c> names was included into an entity. Called by generated code.</summary>
    /// <param name="definition">What the entity is.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="relation">The lambda.</param>
    public static bool IsLoaded<TEntity, TProperties>(EntityDefinition<TEntity> definition, TEntity entity, Func<TProperties, RelationPath> relation)
        where TEntity : class where TProperties : struct, IProperties<TProperties>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(relation);
        var path = relation(TProperties.Of(new(new TableReference(definition)))) ?? throw new ArgumentException("The lambda returned null; return a relation of what it got.", nameof(relation));
        return definition.IsLoaded(entity, path.Relation);
    }

    internal RelatedRows Rows(Func<TableReference, TableReference?, ConditionNode> condition) => RelatedRows.Of(Source, Relation, condition);
}
