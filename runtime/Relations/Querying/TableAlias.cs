namespace Relations.Querying;

/// <summary>The place of a table in a query: what gives a column its alias.</summary>
public readonly struct TableAlias
{
    internal TableAlias(TableReference? reference) => Reference = reference;

    internal TableReference? Reference { get; }

    /// <summary>The table of one of the entities that a polymorphic relation leads to. Called by generated code.</summary>
    /// <param name="place">The entity's place among them.</param>
    public TableAlias OfType(int place) => new(Reference?.Types[place]);
}
