namespace Relations.Tests.ModelBased;

/// <summary>Tables that refer to each other, in an order in which they can be filled.</summary>
internal sealed class Family(string name, params Table[] tables)
{
    public string Name { get; } = name;

    public IReadOnlyList<Table> Tables { get; } = tables;

    /// <summary>The relations through which rows can be changed.</summary>
    public IReadOnlyList<(Table Source, Relation Relation)> Changeable { get; } =
        [.. tables.SelectMany(static table => table.Relations.Concat(table.RelationsToOneType).Where(static relation => relation.Access is not null).Select(relation => (table, relation)))];

    public Table this[string table] => Tables.First(one => string.Equals(one.Name, table, StringComparison.Ordinal));

    public override string ToString() => Name;
}
