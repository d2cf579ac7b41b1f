namespace Relations.Querying;

/// <summary>A belongs-to or has-one relation as a query lambda sees it.</summary>
/// <typeparam name="TTarget">The target's properties.</typeparam>
public sealed class ToOnePath<TTarget> : RelationPath<ToOneScope<TTarget>, TTarget> where TTarget : struct, IProperties<TTarget>
{
    /// <summary>Called by generated code.</summary>
    public ToOnePath(TableAlias table, int relation) : base(table, relation) { }

    internal override ToOneScope<TTarget> StartScope() => new(QuerySpecification.OfTargets(Relation));

    internal override QuerySpecification SpecificationOf(ToOneScope<TTarget> scope) => scope.Specification;
}
