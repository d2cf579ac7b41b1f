namespace Relations.Schema;

/// <summary>Tells in words which indexes a table lacks. One of another name serves as well, and one that goes on with further columns.</summary>
/// <param name="comparer">How the database compares names.</param>
/// <param name="table">The table as it should be.</param>
/// <param name="found">The table as it is.</param>
/// <param name="name">The table's name in messages.</param>
internal sealed class IndexComparison(StringComparer comparer, TableSchema table, StoredTable found, string name)
{
    public IEnumerable<string> Differences()
    {
        foreach (var wanted in table.Indexes.Where(wanted => !found.Indexes.Exists(index => index.Serves(wanted, comparer))))
        {
            List<string> columns = [.. ColumnsOf(wanted)];
            yield return (wanted.IsUnique ? NotUnique(wanted, columns) : null) ?? Misplaced(wanted, columns)
                ?? $"the {Kind(wanted)} {SchemaComparison.List(columns)} of {name} is missing";
        }
    }

    private static IEnumerable<string> ColumnsOf(TableIndex index) => index.Properties.Select(static property => property.Column);

    private static string Kind(TableIndex index) => index.IsUnique ? "unique index" : "index";

    private string? NotUnique(TableIndex wanted, List<string> columns) =>
        found.Indexes.Find(index => !index.IsUnique && index.Columns.SequenceEqual(columns, comparer)) is { } index && !table.Indexes.Any(other => other != wanted && index.Serves(other, comparer))
            ? $"the index \"{index.Name}\" {SchemaComparison.List(index.Columns)} of {name} is not unique; {table.Entity.Name} is unique by {string.Join(", ", wanted.Properties.Select(static property => property.Name))}"
            : null;

    /// <summary>The same columns in another order, or other columns under the index's name, unless they are wanted so elsewhere.</summary>
    private string? Misplaced(TableIndex wanted, List<string> columns)
    {
        var others = found.Indexes.Where(index => !index.IsPrimary && (wanted.IsUnique || !index.IsUnique) && !table.Indexes.Any(other => other != wanted && index.Serves(other, comparer))).ToList();
        var index = others.Find(index => comparer.Equals(index.Name, wanted.NameFor(table.Entity))) ?? others.Find(index => index.Columns.Count == columns.Count && index.Columns.ToHashSet(comparer!).SetEquals(columns));
        return index is null
            ? null
            : $"the index \"{index.Name}\" of {name} is on {SchemaComparison.List(index.Columns)}; the {Kind(wanted)} on {SchemaComparison.List(columns)} is missing";
    }
}
