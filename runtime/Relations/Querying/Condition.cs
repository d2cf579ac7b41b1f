using System.ComponentModel;

namespace Relations.Querying;

/// <summary>What rows must meet. Combine conditions with <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>. The default value is none: using it is an <see cref="ArgumentException"/>.</summary>
public readonly struct Condition
{
    private readonly ConditionNode? node;

    internal Condition(ConditionNode node) => this.node = node;

    /// <summary>Always met: where a condition starts that is built step by step with <c>&amp;&amp;</c>.</summary>
    public static Condition True => new(ConstantNode.True);

    /// <summary>Never met: where a condition starts that is built step by step with <c>||</c>.</summary>
    public static Condition False => new(ConstantNode.False);

    internal ConditionNode Node => node ?? throw new ArgumentException("This condition was never given a value; start with Condition.True or Condition.False.");

    /// <summary>Both are met.</summary>
    public static Condition operator &(Condition left, Condition right) => new(ConditionNode.And(left.Node, right.Node));

    /// <summary>At least one is met.</summary>
    public static Condition operator |(Condition left, Condition right) => new(ConditionNode.Or(left.Node, right.Node));

    /// <summary>It is not met, and what it compares is not null.</summary>
    public static Condition operator !(Condition condition) => new(condition.Node is ConstantNode constant ? constant.Opposite : new NotNode(condition.Node));

    /// <summary>Makes <c>||</c> evaluate both sides. Always false.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool operator true(Condition condition) => false;

    /// <summary>Makes <c>&amp;&amp;</c> evaluate both sides. Always false.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool operator false(Condition condition) => false;
}
