namespace Relations.Schema;

/// <summary>An index as it is in the database, or the primary key.</summary>
internal sealed record StoredIndex(string Name, bool IsPrimary, bool IsUnique)
{
    /// <summary>The columns in their order; null for an expression.</summary>
    public List<string?> Columns { get; } = [];
}
