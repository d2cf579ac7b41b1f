namespace Relations.Querying;

/// <summary>A part of a condition.</summary>
internal abstract record ConditionNode
{
    public static ConditionNode And(ConditionNode left, ConditionNode right) => (left, right) switch
    {
        (ConstantNode constant, _) => constant.IsMet ? right : constant,
        (_, ConstantNode constant) => constant.IsMet ? left : constant,
        _ => new AndNode(left, right),
    };

    public static ConditionNode Or(ConditionNode left, ConditionNode right) => (left, right) switch
    {
        (ConstantNode constant, _) => constant.IsMet ? constant : right,
        (_, ConstantNode constant) => constant.IsMet ? constant : left,
        _ => new OrNode(left, right),
    };
}
