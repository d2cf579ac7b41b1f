namespace Relations.Querying;

/// <summary>A relation as a query lambda sees it, with conditions on its targets.</summary>
/// <typeparam name="TScope">What the second lambda of Include gets.</typeparam>
/// <typeparam name="TTarget">The target's properties.</typeparam>
public abstract class RelationPath<TScope, TTarget> : RelationPath<TScope> where TTarget : struct, IProperties<TTarget>
{
    private protected RelationPath(TableAlias table, int relation) : base(table, relation) { }

    /// <summary>There is a target.</summary>
    public Condition Any() => Where(RelationQuantifier.Any, condition: null);

    /// <summary>There is a target that meets the condition.</summary>
    public Condition Any(Func<TTarget, Condition> condition) => Where(RelationQuantifier.Any, NotNull(condition));

    /// <summary>There is no target.</summary>
    public Condition None() => Where(RelationQuantifier.None, condition: null);

    /// <summary>There is no target that meets the condition.</summary>
    public Condition None(Func<TTarget, Condition> condition) => Where(RelationQuantifier.None, NotNull(condition));

    /// <summary>Every target meets the condition; also where there is none.</summary>
    public Condition All(Func<TTarget, Condition> condition) => Where(RelationQuantifier.All, NotNull(condition));

    private protected RelatedRows TargetRows(Func<TTarget, Condition>? condition) =>
        Rows((target, _) => condition is null ? ConstantNode.True : condition(TTarget.Of(new(target))).Node);

    private protected static T NotNull<T>(T condition) where T : class
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition;
    }

    private Condition Where(RelationQuantifier quantifier, Func<TTarget, Condition>? condition) => new(new RelationNode(TargetRows(condition), quantifier));
}
