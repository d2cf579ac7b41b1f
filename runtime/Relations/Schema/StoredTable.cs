namespace Relations.Schema;

/// <summary>A table, or a view in its place, as it is in the database.</summary>
internal sealed class StoredTable
{
    /// <summary>Whether there is such a table.</summary>
    public bool Exists => Columns.Count > 0;

    /// <summary>Whether it can have keys and indexes of its own: a view has none, nor has a table of another server.</summary>
    public bool HasConstraints { get; set; }

    public List<StoredColumn> Columns { get; } = [];

    public List<StoredIndex> Indexes { get; } = [];

    public List<StoredForeignKey> ForeignKeys { get; } = [];

    public StoredIndex? PrimaryKey => Indexes.Find(static index => index.IsPrimary);
}
