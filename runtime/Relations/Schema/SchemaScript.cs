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
        return string.Concat(Statements(model, dialect, views: new HashSet<EntityDefinition>()).Select(static statement => $"{statement};\n"));
    }

    /// <summary>Refuses a model of which no schema can be made.</summary>
    internal static void RejectUnsound(ModelDefinition model, SqlDialect dialect)
    {
        RejectSharedTables(model, dialect);
        NameLengths.RejectTooLong(model, dialect);
    }

    /// <summary>The statements that create what does not exist yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dialect">How the database writes SQL.</param>
    /// <param name="views">The entities whose tables are views: these have no indexes, and no foreign key refers to them.</param>
    internal static IEnumerable<string> Statements(ModelDefinition model, SqlDialect dialect, IReadOnlySet<EntityDefinition> views)
    {
        List<(TableSchema Schema, List<ForeignKey> ForeignKeys)> tables =
            [.. TableSchema.Of(model).Where(table => !views.Contains(table.Entity)).Select(table => (table, table.ForeignKeys.Where(key => !views.Contains(key.Target)).ToList()))];
        var names = new SchemaNames(dialect);
        foreach (var schema in dialect.HasSchemas ? model.Entities.Select(static entity => entity.Schema).OfType<string>().Distinct(StringComparer.Ordinal) : [])
        {
            yield return dialect.Written(sql => sql.Write("CREATE SCHEMA IF NOT EXISTS ").WriteIdentifier(schema));
        }

        foreach (var (table, foreignKeys) in tables)
        {
            yield return dialect.Written(sql => WriteTable(sql, table.Entity, foreignKeys));
        }

        foreach (var (table, _) in tables)
        {
            foreach (var index in table.Indexes)
            {
                yield return dialect.Written(sql => WriteIndex(sql, table, index, names.IndexOf(table.Entity, index)));
            }
        }

        if (dialect.ForeignKeyAddition is { } addition)
        {
            foreach (var (table, foreignKeys) in tables)
            {
                foreach (var foreignKey in foreignKeys)
                {
                    yield return dialect.Written(sql => WriteAddition(sql.Write(addition.Before), table, foreignKey, names.ForeignKeyOf(table.Entity, foreignKey)).Write(addition.After));
                }
            }
        }
    }

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

    private static void WriteTable(SqlWriter sql, EntityDefinition entity, List<ForeignKey> foreignKeys)
    {
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
            foreach (var foreignKey in foreignKeys)
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

    private static void WriteIndex(SqlWriter sql, TableSchema table, TableIndex index, string name) =>
        sql.Write(index.IsUnique ? "CREATE UNIQUE INDEX IF NOT EXISTS " : "CREATE INDEX IF NOT EXISTS ").WriteIdentifier(name)
            .Write(" ON ").WriteTable(table.Entity).Write(" (").WriteColumns(index.Properties).Write(")");
}
