using Relations.Definitions;

namespace Relations.Querying;

/// <summary>One occurrence of a table in a query. Which one a column belongs to is a matter of identity, so that a column of an outer query keeps its meaning inside a nested one.</summary>
internal sealed class TableReference
{
    public TableReference(EntityDefinition definition, TableReference? oneOf = null)
    {
        Definition = definition;
        OneOf = oneOf;
        Types = definition is PolymorphicTarget target ? [.. target.Types.Select(type => new TableReference(type, oneOf: this))] : [];
    }

    public EntityDefinition Definition { get; }

    /// <summary>The tables of the entities that a polymorphic relation leads to; none where the definition is an entity itself.</summary>
    public IReadOnlyList<TableReference> Types { get; }

    /// <summary>For a table of one such entity, all of them together.</summary>
    public TableReference? OneOf { get; }

    public bool IsPolymorphic => Types.Count > 0;

    public Column Column(PropertyDefinition property) => new(this, property.Ordinal);

    public Column[] Columns(IReadOnlyList<PropertyDefinition> properties)
    {
        var columns = new Column[properties.Count];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = Column(properties[index]);
        }

        return columns;
    }

    /// <summary>The rows with this value of a key.</summary>
    public ConditionNode KeyIs(IReadOnlyList<PropertyDefinition> key, Parameter value) =>
        key is [var single] ? new ComparisonNode(Column(single), ComparisonOperator.Equal, value) : new KeyNode(Columns(key), value);

    /// <summary>The rows with one of these values of a key.</summary>
    public ConditionNode KeyIn(IReadOnlyList<PropertyDefinition> key, Parameter list) =>
        key is [var single] ? new ListNode(Column(single), list, Negated: false) : new KeyListNode(Columns(key), list);

    /// <summary>The rows that have a value of a key. Parts that are never null need no test.</summary>
    public ConditionNode KeyIsSet(IReadOnlyList<PropertyDefinition> key)
    {
        ConditionNode condition = ConstantNode.True;
        foreach (var part in key)
        {
            if (part.Is(PropertyKinds.Nullable))
            {
                condition = ConditionNode.And(condition, new NullNode(Column(part), IsNull: false));
            }
        }

        return condition;
    }

    /// <summary>The row with this primary key.</summary>
    public KeyNode PrimaryKeyIs(Parameter value) => new(Columns(Definition.PrimaryKey), value);
}
