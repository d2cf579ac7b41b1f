namespace Relations.Schema;

/// <summary>A foreign key as it is in the database.</summary>
/// <param name="Name">What tells it from the others of its table.</param>
/// <param name="Target">The place of the table that it refers to among those that were asked for, or null.</param>
/// <param name="TargetName">The name of that table.</param>
internal sealed record StoredForeignKey(string Name, int? Target, string TargetName)
{
    /// <summary>The columns that refer.</summary>
    public List<string> Columns { get; } = [];

    /// <summary>The columns that they refer to, in the same order; null for those of the primary key.</summary>
    public List<string?> Key { get; } = [];
}
