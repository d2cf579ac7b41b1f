using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Schema;

/// <summary>Creates a model's tables, and compares them with the definitions.</summary>
public static class SchemaCommands
{
    /// <summary>Creates the tables and indexes that do not exist yet, all or none. Others who do the same at the same time wait. A view in a table's place stays as it is, without indexes or foreign keys.</summary>
    /// <exception cref="RelationsException">A name of a table or column is too long for the database.</exception>
    /// <exception cref="UniqueViolationException">A unique index is missing, and rows have the same values.</exception>
    /// <exception cref="ForeignKeyViolationException">A foreign key is missing, and rows refer to ones that do not exist.</exception>
    public static async ValueTask CreateAsync(ModelDefinition model, Session session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(session);
        SchemaScript.RejectUnsound(model, session.Dialect);
        await session.RunAsync(
            Access.Write | Access.Atomic,
            (model, session.Dialect),
            static async (connection, state, cancel) =>
            {
                await new SchemaCreation(connection, state.Dialect, state.model).RunAsync(cancel).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares tables, columns, their types and whether they may be null, primary and foreign keys and indexes, by a few statements for any number of tables.</summary>
    /// <exception cref="SchemaMismatchException">They differ; the message names each difference.</exception>
    /// <exception cref="RelationsException">A name of a table or column is too long for the database.</exception>
    public static async ValueTask VerifyAsync(ModelDefinition model, Session session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(session);
        NameLengths.RejectTooLong(model, session.Dialect);
        var tables = TableSchema.Of(model);
        var entities = TableSchema.EntitiesOf(model, tables);
        var stored = await session.Primary.RunAsync(
            Access.Read | Access.Atomic,
            (entities, session.Dialect),
            static (connection, state, cancel) => StoredSchema.ReadAsync(connection, state.Dialect, state.entities, cancel),
            cancellationToken).ConfigureAwait(false);
        var comparison = new SchemaComparison(session.Dialect, entities, stored);
        List<string> differences = [.. tables.OrderBy(table => entities.IndexOf(table.Entity)).SelectMany(comparison.Differences)];
        if (differences.Count > 0)
        {
            throw new SchemaMismatchException(differences);
        }
    }
}
