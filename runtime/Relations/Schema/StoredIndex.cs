namespace Relations.Schema;

/// <summary>An index as it is in the database, or the primary key.</summary>
internal sealed record StoredIndex(string Name, bool IsPrimary, bool IsUnique)
{
    /// <summary>Whether it does what another one is wanted for, whatever its name: a unique one the same columns, another one also if it goes on with further columns.</summary>
    public bool Serves(TableIndex wanted, StringComparer comparer)
    {
        var columns = wanted.Properties.Select(static property => property.Column);
        return wanted.IsUnique ? IsUnique && Columns.SequenceEqual(columns, comparer) : Columns.Take(wanted.Properties.Count).SequenceEqual(columns, comparer);
    }

    /// <summary>The columns in their order; null for an expression.</summary>
    public List<string?> Columns { get; } = [];
}
