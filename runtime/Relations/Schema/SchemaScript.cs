using Relations.Definitions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Writes the statements that create a model's tables and indexes.</summary>
public static class SchemaScript
{
    /// <summary>The whole script, for a person or a migration tool. What exists already is left as it is.</summary>
    public static string Write(ModelDefinition model, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dialect);
        RejectUnsound(model, dialect);
        var tables = TableSchema.Of(model);
        var names = new SchemaNames(dialect);
        var indexes = tables.SelectMany(table => table.Indexes.Select(index => WriteIndex(dialect, table, index, names.IndexOf(table.Entity, index))));
        var foreignKeys = tables.SelectMany(table => table.ForeignKeys.Select(key => WriteForeignKey(dialect, table, key, names.ForeignKeyOf(table.Entity, key)))).OfType<string>();
        return string.Concat(Tables(model, dialect, tables).Concat(indexes).Concat(foreignKeys).Select(static statement => $"{statement};\n"));
    }

    /// <summary>Refuses a model of which no schema can be made.</summary>
    internal static void RejectUnsound(ModelDefinition model, SqlDialect dialect)
    {
        RejectSharedTables(model, dialect);
        NameLengths.RejectTooLong(model, dialect);
    }

    /// <summary>The statements that create tables, and their schemas, that do not exist yet.</summary>
    internal static IEnumerable<string> Tables(ModelDefinition model, SqlDialect dialect, IEnumerable<TableSchema> tables)
    {
        var schemas = dialect.HasSchemas ? model.Entities.Select(static entity => entity.Schema).OfType<string>().Distinct(StringComparer.Ordinal) : [];
        return schemas.Select(schema => dialect.Written(sql => sql.Write("CREATE SCHEMA IF NOT EXISTS ").WriteIdentifier(schema)))
            .Concat(tables.Select(table => dialect.Written(sql => WriteTable(sql, table))));
    }

    /// <summary>The statement that creates an index, unless there is one of its name.</summary>
    internal static string WriteIndex(SqlDialect dialect, TableSchema table, TableIndex index, string name) => dialect.Written(sql =>
        sql.Write(index.IsUnique ? "CREATE UNIQUE INDEX IF NOT EXISTS " : "CREATE INDEX IF NOT EXISTS ").WriteIdentifier(name)
            .Write(" ON ").WriteTable(table.Entity).Write(" (").WriteColumns(index.Properties).Write(")"));

    /// <summary>The statement that adds a foreign key to a table, unless it has a constraint of its name; null where the table's definition has it.</summary>
    internal static string? WriteForeignKey(SqlDialect dialect, TableSchema table, ForeignKey key, string name) => dialect.ForeignKeyAddition is { } addition
        ? dialect.Written(sql => WriteAddition(sql.Write(addition.Before), table, key, name).Write(addition.After))
        : null;

    private static void RejectSharedTables(ModelDefinition model, SqlDialect dialect)
    {
        foreach (var table in model.Entities.GroupBy(entity => dialect.HasSchemas && entity.Schema is { } schema ? $"{schema}.{entity.Table}" : entity.Table, StringComparer.OrdinalIgnoreCase))
        {
            if (table.Skip(1).FirstOrDefault() is { } second)
            {
                throw new InvalidOperationException($"{table.First().Name} and {second.Name} both map to the table '{table.Key}'; give one of them another name with [Table].");
            }
        }
    }

    private static void WriteTable(SqlWriter sql, TableSchema table)
    {
        var entity = table.Entity;
        var key = entity.PrimaryKey;
        sql.Write("CREATE TABLE IF NOT EXISTS ").WriteTable(entity).Write(" (");
        var separator = "\n    ";
        foreach (var property in entity.Properties)
        {
            sql.Write(separator).WriteIdentifier(property.Column).Write(" ");
            sql.Dialect.WriteColumnDefinition(sql, property, isOnlyKey: key.Count == 1 && key[0] == property);
            separator = ",\n    ";
        }

        if (key.Count > 1)
        {
            sql.Write(separator).Write("PRIMARY KEY (").WriteColumns(key).Write(")");
        }

        if (sql.Dialect.ForeignKeyAddition is null)
        {
            foreach (var foreignKey in table.ForeignKeys)
            {
                WriteForeignKey(sql.Write(separator), foreignKey);
            }
        }

        sql.Write("\n)");
    }

    private static SqlWriter WriteAddition(SqlWriter sql, TableSchema table, ForeignKey foreignKey, string name) =>
        WriteForeignKey(sql.Write("ALTER TABLE ").WriteTable(table.Entity).Write(" ADD CONSTRAINT ").WriteIdentifier(name).Write(" "), foreignKey);

    private static SqlWriter WriteForeignKey(SqlWriter sql, ForeignKey foreignKey) =>
        sql.Write("FOREIGN KEY (").WriteColumns(foreignKey.Properties)
            .Write(") REFERENCES ").WriteTable(foreignKey.Target).Write(" (").WriteColumns(foreignKey.Key).Write(")");
}
