using Relations.Definitions;

#pragma warning disable MA0048 // the kinds of one thing, a line each

namespace Relations.Querying;

internal sealed record ConstantNode(bool IsMet) : ConditionNode
{
    public static readonly ConstantNode True = new(true);
    public static readonly ConstantNode False = new(false);

    public ConstantNode Opposite => IsMet ? False : True;
}

/// <summary>Two conditions that a word joins. The left one may be joined by the same word: then it is a chain.</summary>
internal abstract record JoinNode(ConditionNode Left, ConditionNode Right, int Count) : ConditionNode
{
    /// <summary>The conditions that the chain joins, in their order.</summary>
    public ConditionNode[] Parts()
    {
        var parts = new ConditionNode[Count];
        CopyTo(parts);
        return parts;
    }

    /// <summary>Takes the conditions that the chain joins, in their order.</summary>
    /// <param name="parts">Room for <see cref="Count"/>.</param>
    public void CopyTo(Span<ConditionNode> parts)
    {
        var chain = this;
        for (var place = Count - 1; place > 1; place--)
        {
            parts[place] = chain.Right;
            chain = (JoinNode)chain.Left;
        }

        parts[1] = chain.Right;
        parts[0] = chain.Left;
    }
}

internal sealed record AndNode(ConditionNode Left, ConditionNode Right) : JoinNode(Left, Right, Left is AndNode chain ? chain.Count + 1 : 2);

internal sealed record OrNode(ConditionNode Left, ConditionNode Right) : JoinNode(Left, Right, Left is OrNode chain ? chain.Count + 1 : 2);

internal sealed record NotNode(ConditionNode Inner) : ConditionNode;

internal sealed record ComparisonNode(Column Column, ComparisonOperator Operator, Parameter Value) : ConditionNode;

internal sealed record ColumnComparisonNode(Column Left, ComparisonOperator Operator, Column Right) : ConditionNode;

internal sealed record NullNode(Column Column, bool IsNull) : ConditionNode;

internal sealed record ListNode(Column Column, Parameter List, bool Negated) : ConditionNode;

internal sealed record TextNode(Column Column, TextMatch Match, string Text, bool IgnoreCase, bool Negated) : ConditionNode;

/// <summary>A key: each of its columns is equal to its part of the value.</summary>
internal sealed record KeyNode(IReadOnlyList<Column> Columns, Parameter Key) : ConditionNode;

/// <summary>A composite key: its columns together are equal to one of the values.</summary>
internal sealed record KeyListNode(Column[] Columns, Parameter List) : ConditionNode;

/// <summary>A key: its columns together are equal to some columns of one of a query's rows.</summary>
internal sealed record KeyQueryNode(Column[] Columns, QuerySpecification Query, IReadOnlyList<PropertyDefinition> Key) : ConditionNode;

/// <summary>What the targets of a relation must meet.</summary>
internal sealed record RelationNode(RelatedRows Rows, RelationQuantifier Quantifier) : ConditionNode;

/// <summary>Equal to a key of another row, which is named by its primary key.</summary>
internal sealed record SourceKeyNode(IReadOnlyList<Column> Columns, TableReference Source, IReadOnlyList<PropertyDefinition> SourceColumns, KeyNode Key) : ConditionNode;
