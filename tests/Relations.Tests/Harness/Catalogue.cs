using System.Globalization;

namespace Relations.Tests.Harness;

/// <summary>What a database itself says of its tables, each fact a line: independent of the library's own queries.</summary>
internal sealed class Catalogue
{
    /// <summary>Such as <c>Doctor.Name text not null</c>.</summary>
    public HashSet<string> Columns { get; } = [];

    /// <summary>Such as <c>Doctor (Id)</c>.</summary>
    public HashSet<string> PrimaryKeys { get; } = [];

    /// <summary>Such as <c>Appointment (DoctorId) Doctor (Id)</c>.</summary>
    public HashSet<string> ForeignKeys { get; } = [];

    /// <summary>Such as <c>Appointment (DoctorId, PatientId)</c>; a unique one ends in <c>unique</c>.</summary>
    public HashSet<string> Indexes { get; } = [];

    public static async Task<Catalogue> ReadAsync(DatabaseKind kind, Database database)
    {
        var catalogue = new Catalogue();
        await (kind == DatabaseKind.Sqlite ? catalogue.ReadSqliteAsync(database) : catalogue.ReadPostgreSqlAsync(database));
        return catalogue;
    }

    private static string List(IEnumerable<string> columns) => $"({string.Join(", ", columns)})";

    private async Task ReadSqliteAsync(Database database)
    {
        foreach (var table in await database.QueryAsync($"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'", static row => row.GetString(0)))
        {
            var name = table.Replace("\"", "\"\"", StringComparison.Ordinal);
            var columns = await database.QueryAsync(
                Sql.Of($"PRAGMA table_info(\"{name}\")"),
                static row => (Name: row.GetString(1), Type: row.GetString(2), IsNullable: row.GetInt32(3) == 0, Key: row.GetInt32(5)));
            // The rowid's column is never null, though SQLite does not say so.
            Columns.UnionWith(columns.Select(column => $"{table}.{column.Name} {column.Type}{(column.IsNullable && column.Key == 0 ? "" : " not null")}"));
            PrimaryKeys.Add($"{table} {List(columns.Where(static column => column.Key > 0).OrderBy(static column => column.Key).Select(static column => column.Name))}");
            foreach (var key in (await database.QueryAsync(
                Sql.Of($"PRAGMA foreign_key_list(\"{name}\")"),
                static row => (Id: row.GetInt32(0), Place: row.GetInt32(1), Target: row.GetString(2), Column: row.GetString(3), Key: row.GetString(4)))).GroupBy(static row => row.Id))
            {
                var parts = key.OrderBy(static part => part.Place).ToList();
                ForeignKeys.Add($"{table} {List(parts.Select(static part => part.Column))} {parts[0].Target} {List(parts.Select(static part => part.Key))}");
            }

            foreach (var (index, isUnique) in await database.QueryAsync(Sql.Of($"PRAGMA index_list(\"{name}\")"), static row => (row.GetString(1), row.GetBoolean(2))))
            {
                var parts = await database.QueryAsync(Sql.Of($"PRAGMA index_info(\"{index.Replace("\"", "\"\"", StringComparison.Ordinal)}\")"), static row => row.GetString(2));
                Indexes.Add($"{table} {List(parts)}{(isUnique ? " unique" : "")}");
            }
        }
    }

    private async Task ReadPostgreSqlAsync(Database database)
    {
        const string Tables = "NOT IN ('pg_catalog', 'information_schema')";
        Columns.UnionWith(await database.QueryAsync(
            Sql.Of($"SELECT table_name::text, column_name::text, data_type::text, is_nullable::text FROM information_schema.columns WHERE table_schema {Tables}"),
            static row => string.Create(CultureInfo.InvariantCulture, $"{row.GetString(0)}.{row.GetString(1)} {row.GetString(2)}{(row.GetString(3) == "YES" ? "" : " not null")}")));
        PrimaryKeys.UnionWith(await database.QueryAsync(
            Sql.Of($"""
                SELECT c.table_name::text, array_agg(k.column_name::text ORDER BY k.ordinal_position)
                FROM information_schema.table_constraints c JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
                WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema {Tables} GROUP BY c.table_name
                """),
            static row => $"{row.GetString(0)} {List(row.GetFieldValue<string[]>(1))}"));
        ForeignKeys.UnionWith(await database.QueryAsync(
            Sql.Of($"""
                SELECT t.relname::text, r.relname::text,
                  (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number),
                  (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number)
                FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid WHERE c.contype = 'f'
                """),
            static row => $"{row.GetString(0)} {List(row.GetFieldValue<string[]>(2))} {row.GetString(1)} {List(row.GetFieldValue<string[]>(3))}"));
        Indexes.UnionWith(await database.QueryAsync(
            Sql.Of($"""
                SELECT t.relname::text, i.indisunique, (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = i.indexrelid)
                FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE NOT i.indisprimary AND n.nspname {Tables} AND n.nspname <> 'pg_toast'
                """),
            static row => $"{row.GetString(0)} {List(row.GetFieldValue<string[]>(2))}{(row.GetBoolean(1) ? " unique" : "")}"));
    }
}
