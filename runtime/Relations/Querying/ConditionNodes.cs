using Relations.Definitions;

#pragma warning disable MA0048 // the kinds of one thing, a line each

namespace Relations.Querying;

internal sealed record ConstantNode(bool IsMet) : ConditionNode
{
    public static readonly ConstantNode True = new(true);
    public static readonly ConstantNode False = new(false);

    public ConstantNode Opposite => IsMet ? False : True;
}

internal sealed record AndNode(ConditionNode Left, ConditionNode Right) : ConditionNode;

internal sealed record OrNode(ConditionNode Left, ConditionNode Right) : ConditionNode;

internal sealed record NotNode(ConditionNode Inner) : ConditionNode;

internal sealed record ComparisonNode(Column Column, ComparisonOperator Operator, Parameter Value) : ConditionNode;

internal sealed record ColumnComparisonNode(Column Left, ComparisonOperator Operator, Column Right) : ConditionNode;

internal sealed record NullNode(Column Column, bool IsNull) : ConditionNode;

internal sealed record ListNode(Column Column, Parameter List, bool Negated) : ConditionNode;

internal sealed record TextNode(Column Column, TextMatch Match, string Text, bool IgnoreCase, bool Negated) : ConditionNode;

/// <summary>The primary key of a row.</summary>
internal sealed record KeyNode(TableReference Table, Parameter Key) : ConditionNode;

/// <summary>What the targets of a relation must meet.</summary>
internal sealed record RelationNode(RelatedRows Rows, RelationQuantifier Quantifier) : ConditionNode;

/// <summary>Equal to a column of another row, which is named by its primary key.</summary>
internal sealed record SourceKeyNode(Column Column, Column Source, KeyNode Key) : ConditionNode;
