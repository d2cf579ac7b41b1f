using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Creates what a model's schema lacks in a database.</summary>
internal sealed class SchemaCreation(Connection connection, SqlDialect dialect, ModelDefinition model)
{
    private const int MostNames = 10;

    private readonly SchemaNames names = new(dialect);
    private readonly Dictionary<EntityDefinition, int> places = model.Entities.Select(static (entity, place) => (entity, place)).ToDictionary(static pair => pair.entity, static pair => pair.place);

    /// <summary>Creates tables, indexes and foreign keys, in a transaction that callers see to.</summary>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        if (dialect.SchemaLock is { } wait)
        {
            await ExecuteAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        var stored = await ReadAsync(model.Entities, cancellationToken).ConfigureAwait(false);
        var views = model.Entities.Where((_, place) => stored[place] is { Exists: true, HasConstraints: false }).ToHashSet();
        List<TableSchema> tables = [.. TableSchema.Of(model).Where(table => !views.Contains(table.Entity)).Select(table => table.Without(views))];
        foreach (var text in SchemaScript.Tables(model, dialect, tables))
        {
            await ExecuteAsync(text, cancellationToken).ConfigureAwait(false);
        }

        await CreateIndexesAsync(tables, stored, cancellationToken).ConfigureAwait(false);
        await AddForeignKeysAsync(tables, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Creates the indexes. Where one of the same name is of another kind, or went along with a table that was renamed, the database passes it over: unless another one serves, it gets another name.
    /// A unique one is not left to another at once, of which the catalog does not tell by which collation, or how late, it compares.
    /// </summary>
    private async ValueTask CreateIndexesAsync(List<TableSchema> tables, StoredTable[] stored, CancellationToken cancellationToken)
    {
        List<(TableSchema Table, TableIndex Index, string Name)> missing = [.. tables.SelectMany(table => table.Indexes.Select(index => (table, index, names.IndexOf(table.Entity, index))))];
        missing.RemoveAll(one => stored[places[one.Table.Entity]].Indexes.Exists(other => (!one.Index.IsUnique || dialect.IdentifierComparer.Equals(other.Name, one.Name)) && other.Serves(one.Index, dialect.IdentifierComparer)));
        for (var attempt = 1; missing.Count > 0; attempt++)
        {
            foreach (var (table, index, name) in missing)
            {
                await CreateIndexAsync(table, index, name, cancellationToken).ConfigureAwait(false);
            }

            stored = await ReadAsync(model.Entities, cancellationToken).ConfigureAwait(false);
            missing.RemoveAll(one => IsServed(one.Table, one.Index));
            if (missing is [var (left, unmade, _), ..] && attempt == MostNames)
            {
                throw new RelationsException($"The index {ListOf(unmade.Properties)} of {NameOf(left.Entity)} cannot be made: {MostNames} names for it are taken by indexes of other tables, such as tables that were renamed. Rename those. No table, index or foreign key was made.");
            }

            missing = missing.ConvertAll(one => (one.Table, one.Index, names.OtherIndexOf(one.Table.Entity, one.Index, attempt)));
        }

        bool IsServed(TableSchema table, TableIndex index) => stored[places[table.Entity]].Indexes.Exists(other => other.Serves(index, dialect.IdentifierComparer));
    }

    /// <summary>
    /// Adds the foreign keys that tables lack, where they are not part of a table's definition. One that is there serves by any name: a second would refuse what the first lets be done.
    /// Where a constraint of the name is another one, it is left to be named by who compares.
    /// </summary>
    private async ValueTask AddForeignKeysAsync(List<TableSchema> tables, CancellationToken cancellationToken)
    {
        var entities = TableSchema.EntitiesOf(model, tables);
        var comparison = new SchemaComparison(dialect, entities, await ReadAsync(entities, cancellationToken).ConfigureAwait(false));
        foreach (var (table, key, name) in tables.SelectMany(table => table.ForeignKeys.Select(key => (table, key, name: names.ForeignKeyOf(table.Entity, key)))).ToList())
        {
            if (comparison.IsTable(key.Target) && !comparison.Has(table, key) && SchemaScript.WriteForeignKey(dialect, table, key, name) is { } text)
            {
                await AddForeignKeyAsync(table, key, text, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask CreateIndexAsync(TableSchema table, TableIndex index, string name, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(SchemaScript.WriteIndex(dialect, table, index, name), cancellationToken).ConfigureAwait(false);
        }
        catch (UniqueViolationException problem) when (index.IsUnique && (problem.ConstraintName is null || problem.ConstraintName == name))
        {
            throw new UniqueViolationException(
                $"The unique index {ListOf(index.Properties)} of {NameOf(table.Entity)} cannot be made, since rows have the same values there ({problem.InnerException?.Message}). No table, index or foreign key was made; correct the rows first.",
                problem.InnerException)
            {
                ConstraintName = problem.ConstraintName,
            };
        }
    }

    private async ValueTask AddForeignKeyAsync(TableSchema table, ForeignKey key, string text, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(text, cancellationToken).ConfigureAwait(false);
        }
        catch (ForeignKeyViolationException problem)
        {
            throw new ForeignKeyViolationException(
                $"The foreign key {ListOf(key.Properties)} of {NameOf(table.Entity)} to {NameOf(key.Target)} {ListOf(key.Key)} cannot be made, since rows refer to ones that do not exist ({problem.InnerException?.Message}). No table, index or foreign key was made; correct the rows first.",
                problem.InnerException)
            {
                ConstraintName = problem.ConstraintName,
            };
        }
    }

    private ValueTask<StoredTable[]> ReadAsync(IReadOnlyList<EntityDefinition> entities, CancellationToken cancellationToken) => StoredSchema.ReadAsync(connection, dialect, entities, cancellationToken);

    private ValueTask<int> ExecuteAsync(string text, CancellationToken cancellationToken) => connection.ExecuteAsync(new Statement().Append(text), cancellationToken);

    private string NameOf(EntityDefinition entity) => dialect.Written(sql => sql.WriteTable(entity));

    private static string ListOf(IReadOnlyList<PropertyDefinition> properties) => SchemaComparison.List(properties.Select(static property => property.Column));
}
