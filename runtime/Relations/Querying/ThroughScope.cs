namespace Relations.Querying;

/// <summary>What is wanted of the targets of an included has-many-through relation. Order, Skip and Take are for each source.</summary>
/// <typeparam name="TProperties">The target's properties.</typeparam>
/// <typeparam name="TThrough">The through model's properties.</typeparam>
public sealed class ThroughScope<TProperties, TThrough> : ThroughSelection<ThroughScope<TProperties, TThrough>, TProperties, TThrough>
    where TProperties : struct, IProperties<TProperties> where TThrough : struct, IProperties<TThrough>
{
    internal ThroughScope(QuerySpecification specification) : base(specification) { }

    private protected override ThroughScope<TProperties, TThrough> With(QuerySpecification specification) => new(specification);
}
