using Relations.Definitions;
using Relations.Querying;
using Relations.Sql;

namespace Relations.Sqlite;

/// <summary>How SQLite writes SQL.</summary>
public sealed class SqliteDialect : SqlDialect
{
    private SqliteDialect() { }

    /// <summary>The dialect.</summary>
    public static SqliteDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <inheritdoc/>
    protected override ulong GreatestInteger => long.MaxValue;

    /// <inheritdoc/>
    protected override bool AllowsUngroupedColumns => true;

    /// <inheritdoc/>
    protected override bool ReadsTargetsApart => true;

    /// <inheritdoc/>
    protected override bool CountsRowsOfPages => false;

    /// <inheritdoc/>
    protected override void WriteParameter(SqlWriter statement, int place)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("?").Write(place + 1);
    }

    /// <inheritdoc/>
    protected override void WriteListSource(SqlWriter statement, int list, ReadOnlySpan<ColumnType> types)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("json_each(");
        WriteParameter(statement, list);
        statement.Write(")");
    }

    /// <inheritdoc/>
    protected override void WriteListValue(SqlWriter statement, ReadOnlySpan<ColumnType> types, int part)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var reading = types[part] switch
        {
            ColumnType.Bytes => "unhex(", // JSON has no bytes
            ColumnType.Single or ColumnType.Double => SqliteFunctions.Real + "(",
            _ => "",
        };
        statement.Write(reading);
        if (types.Length == 1)
        {
            statement.Write("value");
        }
        else
        {
            statement.Write("json_extract(value, '$[").Write(part).Write("]')");
        }

        statement.Write(reading.Length > 0 ? ")" : "");
    }

    /// <inheritdoc/>
    protected override void WriteMembership(SqlWriter statement, ReadOnlySpan<Column> columns, int list)
    {
        // SQLite takes the affinity of a vector's first element for all of them, and then uses an index only as far as its columns
        // have it too. Where a text stands first on both sides there is none in common, and the whole index serves.
        ArgumentNullException.ThrowIfNull(statement);
        var parts = new int[columns.Length];
        var types = new ColumnType[columns.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] = part;
            types[part] = columns[part].Type;
        }

        var leader = Math.Max(0, Array.FindIndex(types, static type => Affinity(type) is "TEXT" or "BLOB"));
        (parts[0], parts[leader]) = (parts[leader], parts[0]);
        var isText = Affinity(types[leader]) == "TEXT";
        statement.Write("(");
        for (var place = 0; place < parts.Length; place++)
        {
            statement.Write(place == 0 ? "" : ", ").WriteColumn(columns[parts[place]]);
            WriteCollation(statement, types[parts[place]]);
        }

        statement.Write(") IN (SELECT ");
        for (var place = 0; place < parts.Length; place++)
        {
            statement.Write(place > 0 ? ", " : isText ? "CAST(" : "");
            WriteListValue(statement, types, parts[place]);
            statement.Write(place == 0 && isText ? " AS TEXT)" : "");
        }

        statement.Write(" FROM ");
        WriteListSource(statement, list, types);
        statement.Write(")");
    }

    /// <inheritdoc/>
    protected override void WriteCollation(SqlWriter statement, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(statement);
        switch (type)
        {
            case ColumnType.Decimal:
                statement.Write(" COLLATE " + SqliteFunctions.DecimalCollation);
                break;
            case ColumnType.DateTimeOffset:
                statement.Write(" COLLATE " + SqliteFunctions.InstantCollation);
                break;
            case ColumnType.TimeSpan:
                statement.Write(" COLLATE " + SqliteFunctions.DurationCollation);
                break;
            default:
                break; // what is stored compares as C# does
        }
    }

    /// <inheritdoc/>
    protected override void WriteDirection(SqlWriter statement, bool descending)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write(descending ? " DESC" : ""); // to SQLite, null is less than everything
    }

    /// <inheritdoc/>
    protected override void WritePage(SqlWriter statement, int? skip, int? take)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (take is { } count)
        {
            statement.Write(" LIMIT ").WriteValue(count);
        }
        else if (skip is not null)
        {
            statement.Write(" LIMIT -1"); // SQLite has no OFFSET without LIMIT
        }

        if (skip is { } first)
        {
            statement.Write(" OFFSET ").WriteValue(first);
        }
    }

    /// <inheritdoc/>
    protected override void WriteTextMatch(SqlWriter statement, Column column, TextMatch match, string text, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(text);
        var search = new TextSearch(statement, column, ignoreCase);
        switch (match)
        {
            case TextMatch.Like:
                search.WriteLike(text);
                break;
            case TextMatch.StartsWith:
                search.WriteStart(text);
                break;
            case TextMatch.EndsWith:
                search.WriteEnd(text);
                break;
            case TextMatch.Contains:
                search.WriteContent(text);
                break;
            default:
                throw new NotSupportedException($"SQLite cannot search a text by {match}.");
        }
    }

    /// <inheritdoc/>
    protected override string TypeName(PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Affinity(property.ColumnType);
    }

    /// <inheritdoc/>
    /// <remarks>A type by another name stores the same where its affinity is the same, or one that leaves such values as they are.</remarks>
    protected override bool IsTypeOf(PropertyDefinition property, string type)
    {
        ArgumentNullException.ThrowIfNull(property);
        ArgumentNullException.ThrowIfNull(type);
        var (wanted, found) = (Affinity(property.ColumnType), AffinityOf(type));
        return wanted == found || (found == "NUMERIC" && (wanted == "INTEGER" || IsNeverNumber(property.ColumnType)));
    }

    /// <summary>The affinity of a declared type, by the words in it, in this order (sqlite.org/datatype3.html, 3.1).</summary>
    private static string AffinityOf(string type)
    {
        return Has("INT") ? "INTEGER"
            : Has("CHAR") || Has("CLOB") || Has("TEXT") ? "TEXT"
            : Has("BLOB") || type.Length == 0 ? "BLOB"
            : Has("REAL") || Has("FLOA") || Has("DOUB") ? "REAL"
            : "NUMERIC";

        bool Has(string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether no text of such values reads as a number, which a column of affinity NUMERIC would make one of.</summary>
    private static bool IsNeverNumber(ColumnType type) =>
        type is ColumnType.Guid or ColumnType.DateTime or ColumnType.DateTimeOffset or ColumnType.DateOnly or ColumnType.TimeOnly or ColumnType.TimeSpan;

    private static string Affinity(ColumnType type)
    {
        return type switch
        {
            ColumnType.Single or ColumnType.Double => "REAL",
            ColumnType.Bytes => "BLOB",
            // Not NUMERIC for decimal: SQLite would turn it into binary floating point.
            ColumnType.Decimal or ColumnType.Char or ColumnType.Text or ColumnType.Guid or ColumnType.DateTime or ColumnType.DateTimeOffset
                or ColumnType.DateOnly or ColumnType.TimeOnly or ColumnType.TimeSpan => "TEXT",
            _ => "INTEGER",
        };
    }

    /// <inheritdoc/>
    protected override void WriteColumnDefinition(SqlWriter statement, PropertyDefinition property, bool isOnlyKey)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var type = TypeName(property);
        var isGenerated = (property.Kinds & PropertyKinds.Generated) != 0;
        statement.Write(type);
        if (isOnlyKey && isGenerated && type == "INTEGER")
        {
            statement.Write(" PRIMARY KEY"); // then it is the rowid, for which SQLite makes values
            return;
        }

        if (!property.IsNullable)
        {
            statement.Write(" NOT NULL");
        }

        if (isOnlyKey)
        {
            statement.Write(" PRIMARY KEY");
        }

        if (isGenerated && property.ColumnType == ColumnType.Guid)
        {
            statement.Write(" DEFAULT (" + RandomGuid + ")");
        }

        if (property.MaxLength > 0)
        {
            statement.Write(" CHECK (length(").WriteIdentifier(property.Column).Write(") <= ").Write(property.MaxLength).Write(")");
        }
    }

    /// <inheritdoc/>
    protected override void WriteColumnsQuery(SqlWriter statement, int tables)
    {
        // The rowid is never null, though its column is not declared NOT NULL. A key that is not the rowid has an index of its own.
        WriteTables(statement, "SELECT wanted.key, stored.type = 'table', own.name, own.type, own.\"notnull\" = 0 AND own.pk = 0,"
            + " own.dflt_value IS NOT NULL OR own.hidden > 0 OR (own.pk = 1 AND upper(own.type) = 'INTEGER' AND NOT EXISTS (SELECT 1 FROM pragma_index_list(stored.name) AS key WHERE key.origin = 'pk')), own.hidden NOT IN (2, 3)", tables);
        statement.Write(", pragma_table_xinfo(stored.name) AS own ORDER BY wanted.key, own.cid");
    }

    /// <inheritdoc/>
    protected override void WriteIndexesQuery(SqlWriter statement, int tables)
    {
        WriteTables(statement, "SELECT wanted.key, 'PRIMARY KEY', 1, 1, own.name, own.pk", tables);
        statement.Write(", pragma_table_xinfo(stored.name) AS own WHERE own.pk > 0 UNION ALL ");
        WriteTables(statement, "SELECT wanted.key, list.name, 0, list.\"unique\", part.name, part.seqno", tables);
        statement.Write(", pragma_index_list(stored.name) AS list, pragma_index_info(list.name) AS part WHERE list.origin <> 'pk' AND list.partial = 0 ORDER BY 1, 2, 6");
    }

    /// <inheritdoc/>
    protected override void WriteForeignKeysQuery(SqlWriter statement, int tables)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("SELECT wanted.key, CAST(own.id AS TEXT), (SELECT other.key FROM ");
        WriteListSource(statement, tables, [ColumnType.Text]);
        WriteTables(statement.Write(" AS other WHERE other.value = "), Quoted("own.\"table\"") + " COLLATE NOCASE), own.\"table\", own.\"from\", own.\"to\"", tables);
        statement.Write(", pragma_foreign_key_list(stored.name) AS own ORDER BY wanted.key, own.id, own.seq");
    }

    /// <inheritdoc/>
    protected override StringComparer IdentifierComparer => StringComparer.OrdinalIgnoreCase;

    /// <inheritdoc/>
    protected override bool HasSchemas => false; // what SQLite calls a schema is another file

    /// <summary>Writes the tables of a list as the schema has them; what is selected comes before.</summary>
    private void WriteTables(SqlWriter statement, string selection, int tables)
    {
        ArgumentNullException.ThrowIfNull(statement);
        WriteListSource(statement.Write(selection).Write(" FROM "), tables, [ColumnType.Text]);
        statement.Write(" AS wanted JOIN sqlite_schema AS stored ON wanted.value = ").Write(Quoted("stored.name")).Write(" COLLATE NOCASE AND stored.type IN ('table', 'view')");
    }

    private static string Quoted(string name) => $"'\"' || replace({name}, '\"', '\"\"') || '\"'";

    /// <summary>A random identifier (version 4, RFC 9562) as Microsoft.Data.Sqlite stores it.</summary>
    private const string RandomGuid =
        "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))";
}
