using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Renders what adds rows.</summary>
internal static class InsertRenderer
{
    /// <summary>Renders a new row that the statement returns as it was stored.</summary>
    /// <param name="sql">The writer.</param>
    /// <param name="entity">The table.</param>
    /// <param name="columns">The columns that the row brings.</param>
    /// <param name="values">The values of these columns.</param>
    /// <param name="replace">Whether a row with the same primary key gets the new values.</param>
    public static void WriteRow(SqlWriter sql, EntityDefinition entity, ColumnPlaces columns, Parameter values, bool replace)
    {
        replace = replace && entity.PrimaryKey.All(columns.Named.Contains); // a row that brings no key replaces none, whatever key the database makes for it
        sql.Write("INSERT INTO ").WriteTable(entity).Write(replace ? " AS stored" : "");
        if (columns.Count == 0)
        {
            sql.Write(" DEFAULT VALUES");
        }
        else
        {
            sql.Write(" (").WriteColumns(columns.Named).Write(") VALUES (");
            WriteValues(sql, columns, values);
            sql.Write(")");
        }

        if (replace)
        {
            WriteReplacement(sql, entity, columns);
        }

        sql.Write(" RETURNING ").WriteColumns(entity.Properties);
    }

    /// <summary>Renders new links between one source and each target key of a list. Where the pair is unique, links that exist are passed over.</summary>
    /// <param name="sql">The writer.</param>
    /// <param name="through">The through model and its keys.</param>
    /// <param name="sourceKey">The source's key.</param>
    /// <param name="targetKeys">The list of target keys.</param>
    /// <param name="columns">The columns of the through row that carry data.</param>
    /// <param name="values">The values of these columns, or null where there are none.</param>
    public static void WriteLinks(SqlWriter sql, ThroughDefinition through, Parameter sourceKey, Parameter targetKeys, ColumnPlaces columns, Parameter? values)
    {
        WriteLinkColumns(sql, through, columns);
        sql.Write(" SELECT ").WriteParameter(sourceKey);
        var key = through.KeyToProperties;
        Span<ColumnType> types = stackalloc ColumnType[key.Count];
        for (var part = 0; part < types.Length; part++)
        {
            types[part] = key[part].ColumnType;
        }

        for (var part = 0; part < types.Length; part++)
        {
            sql.Dialect.WriteListValue(sql.Write(", "), types, part);
        }

        WriteTypes(sql, through);
        WriteData(sql, columns, values);
        sql.Write(" FROM ");
        sql.Dialect.WriteListSource(sql, sql.Statement.Add(targetKeys, sql.Dialect.ListParameters(types.Length)), types);
        if (through.IsPairDeclaredUnique)
        {
            WriteListOrder(sql, types);
        }

        WriteUnlessLinked(sql, through);
    }

    /// <summary>Where several write at a time, two who link the same pairs in another order would wait for each other.</summary>
    private static void WriteListOrder(SqlWriter sql, ReadOnlySpan<ColumnType> types)
    {
        if (sql.Dialect.Lock(RowLock.Reference) is null)
        {
            sql.Write(" WHERE 1 = 1"); // without WHERE, SQLite would take ON CONFLICT for a join's condition
            return;
        }

        for (var part = 0; part < types.Length; part++)
        {
            sql.Dialect.WriteListValue(sql.Write(part == 0 ? " ORDER BY " : ", "), types, part);
        }
    }

    /// <summary>Renders one new link. Where the pair is unique and exists, nothing happens.</summary>
    public static void WriteLink(SqlWriter sql, ThroughDefinition through, Parameter sourceKey, Parameter targetKey, ColumnPlaces columns, Parameter? values)
    {
        WriteLinkColumns(sql, through, columns);
        sql.Write(" VALUES (").WriteParameter(sourceKey).Write(", ").WriteParameter(targetKey);
        WriteTypes(sql, through);
        WriteData(sql, columns, values);
        sql.Write(")");
        WriteUnlessLinked(sql, through);
    }

    /// <summary>Renders one new link that brings its whole row; a link that was added gives a row. Where the pair is unique and exists, nothing happens.</summary>
    public static void WriteLinkRow(SqlWriter sql, ThroughDefinition through, Parameter values)
    {
        var columns = through.LinkColumns;
        sql.Write("INSERT INTO ").WriteTable(through.Model).Write(" (").WriteColumns(columns.Named).Write(") VALUES (");
        WriteValues(sql, columns, values);
        WriteUnlessLinked(sql.Write(")"), through);
        sql.Write(" RETURNING 1");
    }

    private static void WriteLinkColumns(SqlWriter sql, ThroughDefinition through, ColumnPlaces columns)
    {
        sql.Write("INSERT INTO ").WriteTable(through.Model).Write(" (").WriteColumns(through.Pair);
        sql.Write(columns.Count == 0 ? "" : ", ").WriteColumns(columns.Named).Write(")");
    }

    /// <summary>
    /// Renders a new target and its link in one statement, which returns the target as it was stored, or fails where the link was not written and is not there. The link gets the key that was stored.
    /// </summary>
    public static void WriteLinkedRow(SqlWriter sql, EntityDefinition target, ColumnPlaces columns, Parameter values, IReadOnlyList<PropertyDefinition> keyTo, ThroughDefinition through, Parameter sourceKey, ColumnPlaces data, Parameter? dataValues)
    {
        // No table of this name could be written to, nor read.
        var stored = through.Model.Table == "stored" ? "stored_" : "stored";
        var linked = through.Model.Table == "linked" ? "linked_" : "linked";
        var (before, after) = sql.Dialect.Requirement;
        sql.Write("WITH ").Write(stored).Write(" AS (");
        WriteRow(sql, target, columns, values, replace: false);
        WriteLinkColumns(sql.Write("), ").Write(linked).Write(" AS ("), through, data);
        sql.Write(" SELECT ").WriteParameter(sourceKey).Write(", ").WriteColumns(keyTo);
        WriteTypes(sql, through);
        WriteData(sql, data, dataValues);
        WriteUnlessLinked(sql.Write(" FROM ").Write(stored), through);
        sql.Write(" RETURNING 1) SELECT ").WriteColumns(target.Properties).Write(" FROM ").Write(stored).Write(" WHERE ").Write(before).Write("EXISTS (SELECT 1 FROM ").Write(linked).Write(")");
        if (through.IsPairDeclaredUnique)
        {
            sql.Write(" OR EXISTS (SELECT 1 FROM ").WriteTable(through.Model).Write(" WHERE (").WriteColumns(through.Pair).Write(") IN (SELECT ").WriteParameter(sourceKey).Write(", ").WriteColumns(keyTo);
            WriteTypes(sql, through);
            sql.Write(" FROM ").Write(stored).Write("))");
        }

        sql.Write(after);
    }

    private static void WriteTypes(SqlWriter sql, ThroughDefinition through)
    {
        if (through.PolymorphicSource is { } source)
        {
            sql.Write(", ").WriteValue(source.Value!);
        }

        if (through.Polymorphic is { } target)
        {
            sql.Write(", ").WriteValue(target.Value!);
        }
    }

    private static void WriteData(SqlWriter sql, ColumnPlaces columns, Parameter? values)
    {
        if (values is not null && columns.Count > 0)
        {
            WriteValues(sql.Write(", "), columns, values);
        }
    }

    private static void WriteValues(SqlWriter sql, ColumnPlaces columns, Parameter values)
    {
        var first = sql.Statement.Add(values);
        for (var place = 0; place < columns.Count; place++)
        {
            sql.Write(place == 0 ? "" : ", ");
            sql.Dialect.WriteParameter(sql, first + place);
            sql.Dialect.WriteConversion(sql, columns.Named[place]);
        }
    }

    private static void WriteUnlessLinked(SqlWriter sql, ThroughDefinition through)
    {
        if (through.IsPairDeclaredUnique)
        {
            sql.Write(" ON CONFLICT (").WriteColumns(through.Pair).Write(") DO NOTHING");
        }
    }

    private static void WriteReplacement(SqlWriter sql, EntityDefinition entity, ColumnPlaces columns)
    {
        sql.Write(" ON CONFLICT (").WriteColumns(entity.PrimaryKey).Write(") DO UPDATE SET ");
        var separator = "";
        foreach (var property in columns.Named)
        {
            if (property.Is(PropertyKinds.Concurrency))
            {
                ConcurrencyTokenRenderer.WriteNext(sql.Write(separator), property, row: "stored.");
                separator = ", ";
            }
            else if (!property.Is(PropertyKinds.PrimaryKey))
            {
                sql.Write(separator).WriteIdentifier(property.Column).Write(" = excluded.").WriteIdentifier(property.Column);
                separator = ", ";
            }
        }

        if (separator.Length == 0)
        {
            // A row that is nothing but its key: touch it, so that it is returned.
            var key = entity.PrimaryKey[0].Column;
            sql.WriteIdentifier(key).Write(" = excluded.").WriteIdentifier(key);
        }

        separator = " WHERE ";
        foreach (var token in entity.ConcurrencyTokens)
        {
            sql.Write(separator).Write("stored.").WriteIdentifier(token.Column).Write(" IS NOT DISTINCT FROM excluded.").WriteIdentifier(token.Column);
            separator = " AND ";
        }
    }
}
