namespace Relations.Querying;

/// <summary>The place of a table in a query: what gives a column its alias.</summary>
public readonly struct TableAlias
{
    internal TableAlias(TableReference? reference) => Reference = reference;

    internal TableReference? Reference { get; }
}
