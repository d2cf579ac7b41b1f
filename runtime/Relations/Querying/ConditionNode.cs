namespace Relations.Querying;

/// <summary>A part of a condition.</summary>
internal abstract record ConditionNode
{
    /// <summary>Whether a column of the table decides on it.</summary>
    public bool Mentions(TableReference table)
    {
        return this switch
        {
            JoinNode chain => chain.Parts().Any(part => part.Mentions(table)),
            NotNode not => not.Inner.Mentions(table),
            ComparisonNode comparison => comparison.Column.DependsOn(table),
            ColumnComparisonNode comparison => comparison.Left.DependsOn(table) || comparison.Right.DependsOn(table),
            NullNode test => test.Column.DependsOn(table),
            ListNode list => list.Column.DependsOn(table),
            TextNode text => text.Column.DependsOn(table),
            KeyNode key => AreOf(key.Columns),
            KeyListNode keys => AreOf(keys.Columns),
            KeyQueryNode keys => AreOf(keys.Columns) || keys.Query.Condition.Mentions(table),
            RelationNode relation => relation.Rows.DependOn(table),
            SourceKeyNode key => AreOf(key.Columns),
            _ => false,
        };

        bool AreOf(IReadOnlyList<Column> columns) => columns.Any(column => column.DependsOn(table));
    }

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
