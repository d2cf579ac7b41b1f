using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Creates a model's tables, and compares them with the definitions.</summary>
public static class SchemaCommands
{
    /// <summary>Creates the tables and indexes that do not exist yet, all or none.</summary>
    public static async ValueTask CreateAsync(ModelDefinition model, Session session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.RunAsync(
            Access.Write | Access.Atomic,
            SchemaScript.Statements(model, session.Dialect).ToList(),
            static async (connection, statements, cancel) =>
            {
                foreach (var text in statements)
                {
                    await connection.ExecuteAsync(new Statement().Append(text), cancel).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares tables and columns, their types and whether they may be null.</summary>
    /// <exception cref="SchemaMismatchException">They differ; the message names each difference.</exception>
    public static async ValueTask VerifyAsync(ModelDefinition model, Session session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(session);
        var differences = await session.Primary.RunAsync(
            Access.Read | Access.Atomic,
            (model, session.Dialect),
            static async (connection, state, cancel) =>
            {
                var found = new List<string>();
                foreach (var entity in state.model.Entities)
                {
                    var sql = new SqlWriter(state.Dialect);
                    state.Dialect.WriteColumnsQuery(sql, entity);
                    var columns = await connection.ReadAsync(
                        sql.Statement,
                        static reader => new StoredColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)),
                        cancel).ConfigureAwait(false);
                    found.AddRange(Differences(state.Dialect, entity, columns));
                }

                return found;
            },
            cancellationToken).ConfigureAwait(false);
        if (differences.Count > 0)
        {
            throw new SchemaMismatchException($"The database's tables are not those of the models:\n{string.Join('\n', differences)}");
        }
    }

    private static IEnumerable<string> Differences(SqlDialect dialect, EntityDefinition entity, List<StoredColumn> columns)
    {
        if (columns.Count == 0)
        {
            yield return $"the table \"{entity.Table}\" of {entity.Name} is missing";
            yield break;
        }

        foreach (var property in entity.Properties)
        {
            var name = $"the column \"{property.Column}\" of \"{entity.Table}\"";
            var type = dialect.TypeName(property);
            if (columns.Find(column => string.Equals(column.Name, property.Column, StringComparison.OrdinalIgnoreCase)) is not { } column)
            {
                yield return $"{name} is missing";
                continue;
            }

            if (!string.Equals(column.Type, type, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{name} is {column.Type}; {entity.Name}.{property.Name} is stored as {type}";
            }

            if (column.IsNullable != property.IsNullable)
            {
                yield return column.IsNullable
                    ? $"{name} may be null; {entity.Name}.{property.Name} may not"
                    : $"{name} may not be null; {entity.Name}.{property.Name} may";
            }
        }
    }

    private sealed record StoredColumn(string Name, string Type, bool IsNullable);
}
