namespace Relations.Querying;

/// <summary>What is wanted of the target of an included belongs-to or has-one relation.</summary>
/// <typeparam name="TProperties">The target's properties.</typeparam>
public sealed class ToOneScope<TProperties> : Selection<ToOneScope<TProperties>, TProperties> where TProperties : struct, IProperties<TProperties>
{
    internal ToOneScope(QuerySpecification specification) : base(specification) { }

    private protected override ToOneScope<TProperties> With(QuerySpecification specification) => new(specification);
}
