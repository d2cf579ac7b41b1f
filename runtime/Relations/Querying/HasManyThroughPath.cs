using Relations.Definitions;

namespace Relations.Querying;

/// <summary>A has-many-through relation as a query lambda sees it.</summary>
/// <typeparam name="TTarget">The target's properties.</typeparam>
/// <typeparam name="TThrough">The through model's properties.</typeparam>
public sealed class HasManyThroughPath<TTarget, TThrough> : RelationPath<ThroughScope<TTarget, TThrough>, TTarget>
    where TTarget : struct, IProperties<TTarget> where TThrough : struct, IProperties<TThrough>
{
    /// <summary>Called by generated code.</summary>
    public HasManyThroughPath(TableAlias table, int relation) : base(table, relation) { }

    /// <summary>There is a link that, with its target, meets the condition.</summary>
    public Condition Any(Func<TTarget, TThrough, Condition> condition) => new(new RelationNode(LinkRows(condition), RelationQuantifier.Any));

    /// <summary>There is no link that, with its target, meets the condition.</summary>
    public Condition None(Func<TTarget, TThrough, Condition> condition) => new(new RelationNode(LinkRows(condition), RelationQuantifier.None));

    /// <summary>Every link, with its target, meets the condition; also where there is none.</summary>
    public Condition All(Func<TTarget, TThrough, Condition> condition) => new(new RelationNode(LinkRows(condition), RelationQuantifier.All));

    /// <summary>How many targets there are; one that is linked several times counts once.</summary>
    public Column<int> Count() => new(new Column(new CountExpression(TargetRows(condition: null)), 0));

    /// <summary>How many targets meet the condition; one that is linked several times counts once.</summary>
    public Column<int> Count(Func<TTarget, Condition> condition) => new(new Column(new CountExpression(TargetRows(NotNull(condition))), 0));

    /// <summary>How many targets have a link that, with them, meets the condition; one that is linked several times counts once.</summary>
    public Column<int> Count(Func<TTarget, TThrough, Condition> condition) => new(new Column(new CountExpression(LinkRows(condition)), 0));

    internal override ThroughScope<TTarget, TThrough> StartScope() => new(QuerySpecification.OfTargets(Relation));

    internal override QuerySpecification SpecificationOf(ThroughScope<TTarget, TThrough> scope) => scope.Specification;

    private RelatedRows LinkRows(Func<TTarget, TThrough, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Rows((target, through) => condition(TTarget.Of(new(target)), TThrough.Of(new(through))).Node);
    }
}
