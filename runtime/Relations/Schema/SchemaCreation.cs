using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Creates what a model's schema lacks in a database.</summary>
internal sealed class SchemaCreation(Connection connection, SqlDialect dialect, ModelDefinition model)
{
    private const int MostNames = 10;

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

        await CreateIndexesAsync(tables, cancellationToken).ConfigureAwait(false);
        foreach (var (table, key, text) in SchemaScript.ForeignKeys(dialect, tables, names))
        {
            await AddForeignKeyAsync(table, key, text, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Creates the indexes. Where one of the same name is of another kind, or went along with a table that was renamed, the database passes it over: unless another one serves, it gets another name.
    /// </summary>
    private async ValueTask CreateIndexesAsync(List<TableSchema> tables, CancellationToken cancellationToken)
    {
        List<(TableSchema Table, TableIndex Index)> missing = [.. tables.SelectMany(static table => table.Indexes.Select(index => (table, index)))];
        for (var attempt = 0; attempt < MostNames && missing.Count > 0; attempt++)
        {
            foreach (var (table, index) in missing)
            {
                var name = attempt == 0 ? names.IndexOf(table.Entity, index) : names.OtherIndexOf(table.Entity, index, attempt);
                await CreateIndexAsync(table, index, name, cancellationToken).ConfigureAwait(false);
            }

            var stored = model.Entities.Zip(await ReadAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static pair => pair.First, static pair => pair.Second);
            missing.RemoveAll(one => stored[one.Table.Entity].Indexes.Exists(index => index.Serves(one.Index, dialect.IdentifierComparer)));
        }

        if (missing is [var (left, unmade), ..])
        {
            throw new RelationsException($"The index {ListOf(unmade.Properties)} of {NameOf(left.Entity)} cannot be made: {MostNames} names for it are taken by indexes of other tables, such as tables that were renamed. Rename those. No table, index or foreign key was made.");
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

    private ValueTask<StoredTable[]> ReadAsync(CancellationToken cancellationToken) => StoredSchema.ReadAsync(connection, dialect, model.Entities, cancellationToken);

    private ValueTask<int> ExecuteAsync(string text, CancellationToken cancellationToken) => connection.ExecuteAsync(new Statement().Append(text), cancellationToken);

    private string NameOf(EntityDefinition entity) => dialect.Written(sql => sql.WriteTable(entity));

    private static string ListOf(IReadOnlyList<PropertyDefinition> properties) => SchemaComparison.List(properties.Select(static property => property.Column));
}
