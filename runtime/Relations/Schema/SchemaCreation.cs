using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Creates what a model's schema lacks in a database.</summary>
internal sealed class SchemaCreation(Connection connection, SqlDialect dialect, ModelDefinition model)
{
    private readonly SchemaNames names = new(dialect);

    /// <summary>Creates tables, indexes and foreign keys, in a transaction that callers see to.</summary>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        if (dialect.SchemaLock is { } wait)
        {
            await ExecuteAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        var stored = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var views = model.Entities.Where((_, place) => stored[place] is { Exists: true, HasConstraints: false }).ToHashSet();
        List<TableSchema> tables = [.. TableSchema.Of(model).Where(table => !views.Contains(table.Entity)).Select(table => table.Without(views))];
        foreach (var text in SchemaScript.Tables(model, dialect, tables))
        {
            await ExecuteAsync(text, cancellationToken).ConfigureAwait(false);
        }

        await CreateIndexesAsync(tables, stored, cancellationToken).ConfigureAwait(false);
        foreach (var (table, key, text) in SchemaScript.ForeignKeys(dialect, tables, names))
        {
            await AddForeignKeyAsync(table, key, text, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the indexes that no other serves for. Where one of the same name is of another kind, or went along with a table that was renamed, the database passes it over; it gets another name then.</summary>
    private async ValueTask CreateIndexesAsync(List<TableSchema> tables, StoredTable[] stored, CancellationToken cancellationToken)
    {
        List<(TableSchema Table, TableIndex Index, string Name)> wanted = [.. tables.SelectMany(table => table.Indexes.Select(index => (table, index, names.IndexOf(table.Entity, index))))];
        var missing = MissingIn(stored);
        foreach (var (table, index, name) in missing)
        {
            await CreateIndexAsync(table, index, name, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (table, index, _) in missing.Count > 0 ? MissingIn(await ReadAsync(cancellationToken).ConfigureAwait(false)) : [])
        {
            await CreateIndexAsync(table, index, names.OtherIndexOf(table.Entity, index), cancellationToken).ConfigureAwait(false);
        }

        List<(TableSchema Table, TableIndex Index, string Name)> MissingIn(StoredTable[] stored)
        {
            var byEntity = model.Entities.Zip(stored).ToDictionary(static pair => pair.First, static pair => pair.Second);
            return wanted.FindAll(one => !byEntity[one.Table.Entity].Indexes.Exists(index => index.Serves(one.Index, dialect.IdentifierComparer)));
        }
    }

    private async ValueTask CreateIndexAsync(TableSchema table, TableIndex index, string name, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(SchemaScript.WriteIndex(dialect, table, index, name), cancellationToken).ConfigureAwait(false);
        }
        catch (UniqueViolationException problem)
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

    private ValueTask<StoredTable[]> ReadAsync(CancellationToken cancellationToken) => StoredSchema.ReadAsync(connection, dialect, model.Entities, cancellationToken);

    private ValueTask<int> ExecuteAsync(string text, CancellationToken cancellationToken) => connection.ExecuteAsync(new Statement().Append(text), cancellationToken);

    private string NameOf(EntityDefinition entity) => dialect.Written(sql => sql.WriteTable(entity));

    private static string ListOf(IReadOnlyList<PropertyDefinition> properties) => SchemaComparison.List(properties.Select(static property => property.Column));
}
