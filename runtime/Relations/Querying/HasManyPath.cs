namespace Relations.Querying;

/// <summary>A has-many relation as a query lambda sees it.</summary>
/// <typeparam name="TTarget">The target's properties.</typeparam>
public sealed class HasManyPath<TTarget> : RelationPath<Scope<TTarget>, TTarget> where TTarget : struct, IProperties<TTarget>
{
    /// <summary>Called by generated code.</summary>
    public HasManyPath(TableAlias table, int relation) : base(table, relation) { }

    /// <summary>How many targets there are.</summary>
    public Column<int> Count() => new(new Column(new CountExpression(TargetRows(condition: null)), 0));

    /// <summary>How many targets meet the condition.</summary>
    public Column<int> Count(Func<TTarget, Condition> condition) => new(new Column(new CountExpression(TargetRows(NotNull(condition))), 0));

    internal override Scope<TTarget> StartScope() => new(QuerySpecification.OfTargets(Relation));

    internal override QuerySpecification SpecificationOf(Scope<TTarget> scope) => scope.Specification;
}
