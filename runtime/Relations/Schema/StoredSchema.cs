using System.Data.Common;
using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Reads tables as they are in the database: three statements for any number of them.</summary>
internal static class StoredSchema
{
    /// <summary>Reads the tables of some entities, in their order.</summary>
    public static async ValueTask<StoredTable[]> ReadAsync(Connection connection, SqlDialect dialect, IReadOnlyList<EntityDefinition> entities, CancellationToken cancellationToken)
    {
        var names = new ListParameter<string>([.. entities.Select(entity => dialect.Written(sql => sql.WriteTable(entity)))]);
        var tables = new StoredTable[entities.Count];
        for (var place = 0; place < tables.Length; place++)
        {
            tables[place] = new();
        }

        await ReadAsync(dialect.WriteColumnsQuery, AddColumn).ConfigureAwait(false);
        await ReadAsync(dialect.WriteIndexesQuery, AddIndexColumn).ConfigureAwait(false);
        await ReadAsync(dialect.WriteForeignKeysQuery, AddForeignKeyColumn).ConfigureAwait(false);
        return tables;

        ValueTask<List<bool>> ReadAsync(Action<SqlWriter, int> write, Action<StoredTable, DbDataReader> add)
        {
            var sql = new SqlWriter(dialect);
            write(sql, sql.Statement.Add(names));
            return connection.ReadAsync(
                sql.Statement,
                reader =>
                {
                    add(tables[reader.GetInt32(0)], reader);
                    return true;
                },
                cancellationToken);
        }
    }

    private static void AddColumn(StoredTable table, DbDataReader row)
    {
        table.HasConstraints = row.GetBoolean(1);
        table.Columns.Add(new(row.GetString(2), row.GetString(3), row.GetBoolean(4), row.GetBoolean(5), row.GetBoolean(6)));
    }

    private static void AddIndexColumn(StoredTable table, DbDataReader row)
    {
        var name = row.GetString(1);
        if (table.Indexes.Find(index => index.Name == name) is not { } index)
        {
            index = new(name, row.GetBoolean(2), row.GetBoolean(3));
            table.Indexes.Add(index);
        }

        index.Columns.Add(TextOrNull(row, 4));
    }

    private static void AddForeignKeyColumn(StoredTable table, DbDataReader row)
    {
        var name = row.GetString(1);
        if (table.ForeignKeys.Find(key => key.Name == name) is not { } key)
        {
            key = new(name, row.IsDBNull(2) ? null : row.GetInt32(2), row.GetString(3));
            table.ForeignKeys.Add(key);
        }

        key.Columns.Add(row.GetString(4));
        key.Key.Add(TextOrNull(row, 5));
    }

    private static string? TextOrNull(DbDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);
}
