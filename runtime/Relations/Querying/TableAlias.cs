namespace Relations.Querying;

/// <summary>The place of a table in a query: what gives a column its alias.</summary>
public readonly struct TableAlias
{
    internal TableAlias(TableReference? reference) => Reference = reference;

    internal TableReference? Reference { get; }

    /// <summary>The properties of one of the entities that a polymorphic relation leads to. Called by generated code.</summary>
    /// <typeparam name="TProperties">The entity's properties.</typeparam>
    /// <param name="place">The entity's place among them.</param>
    public TProperties OfType<TProperties>(int place) where TProperties : struct, IProperties<TProperties> => TProperties.Of(new(Reference?.Types[place]));
}
