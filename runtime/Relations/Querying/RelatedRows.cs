using Relations.Definitions;

namespace Relations.Querying;

/// <summary>The targets of one relation of an outer row, as a nested query sees them.</summary>
/// <param name="Source">The outer row's table.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Target">The targets' table.</param>
/// <param name="Through">The through rows' table, where there is one.</param>
/// <param name="Condition">What the targets must meet.</param>
internal sealed record RelatedRows(TableReference Source, RelationDefinition Relation, TableReference Target, TableReference? Through, ConditionNode Condition)
{
    public static RelatedRows Of(TableReference source, RelationDefinition relation, Func<TableReference, TableReference?, ConditionNode> condition)
    {
        var target = new TableReference(relation.Target);
        var through = relation is HasManyDefinition { Through: { } model } ? new TableReference(model.Model) : null;
        return new(source, relation, target, through, condition(target, through));
    }

    /// <summary>Whether a row of the table decides on which they are.</summary>
    public bool DependOn(TableReference table) => Source == table || Condition.Mentions(table);
}
