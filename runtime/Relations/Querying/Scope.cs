namespace Relations.Querying;

/// <summary>What is wanted of the targets of an included has-many relation. Order, Skip and Take are for each source.</summary>
/// <typeparam name="TProperties">The target's properties.</typeparam>
public sealed class Scope<TProperties> : OrderedSelection<Scope<TProperties>, TProperties> where TProperties : struct, IProperties<TProperties>
{
    internal Scope(QuerySpecification specification) : base(specification) { }

    private protected override Scope<TProperties> With(QuerySpecification specification) => new(specification);
}
