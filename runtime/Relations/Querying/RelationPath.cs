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

    /// <summary>The relation that a lambda such as <c>d => d.Patients</c> names.</summary>
    /// <param name="definition">The entity that has the relation.</param>
    /// <param name="relation">The lambda.</param>
    public static RelationDefinition Of<TProperties>(EntityDefinition definition, Func<TProperties, RelationPath> relation) where TProperties : struct, IProperties<TProperties>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(relation);
        return relation(TProperties.Of(new(new TableReference(definition)))).Relation;
    }

    internal RelatedRows Rows(Func<TableReference, TableReference?, ConditionNode> condition) => RelatedRows.Of(Source, Relation, condition);
}
