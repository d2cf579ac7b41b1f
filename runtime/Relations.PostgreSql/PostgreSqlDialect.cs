using Npgsql;
using Relations.Definitions;
using Relations.Querying;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>How PostgreSQL writes SQL.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    private PostgreSqlDialect() { }

    /// <summary>The dialect.</summary>
    public static PostgreSqlDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <inheritdoc/>
    protected override bool HasRegularExpressions => true;

    /// <inheritdoc/>
    protected override bool HasWritingSubqueries => true;

    /// <inheritdoc/>
    /// <remarks>SQL cannot raise an error but by what cannot be computed. A constant would be computed when the statement is planned, whether it is needed or not.</remarks>
    protected override (string Before, string After) Requirement => ("CASE WHEN ", " THEN true ELSE CAST('" + Unmet + "' || random() AS boolean) END");

    /// <inheritdoc/>
    protected override bool IsUnmet(RelationsException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.InvalidTextRepresentation } refused && refused.MessageText.Contains(Unmet, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    protected override bool ReadsAhead => true;

    /// <inheritdoc/>
    protected override bool StoresNul => false;

    /// <inheritdoc/>
    protected override (string Before, string After)? ForeignKeyAddition => ("DO $relations$ BEGIN ", "; EXCEPTION WHEN duplicate_object THEN NULL; END $relations$");

    /// <inheritdoc/>
    protected override void WriteParameter(SqlWriter statement, int place)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("$").Write(place + 1);
    }

    /// <inheritdoc/>
    protected override void WriteMembership(SqlWriter statement, int list, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write(" = ANY (");
        WriteArray(statement, list, type);
        statement.Write(")");
    }

    /// <inheritdoc/>
    /// <remarks>An array is planned for like a list of keys, as few. Of <c>IN</c>, PostgreSQL would expect as many rows as a page of unknown length might have, and rather read the other table whole.</remarks>
    protected override (string Before, string After) MembershipInFew => (" = ANY (ARRAY(", "))");

    /// <inheritdoc/>
    protected override int ListParameters(int parts) => parts;

    /// <inheritdoc/>
    protected override void WriteListSource(SqlWriter statement, int list, ReadOnlySpan<ColumnType> types)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("unnest(");
        for (var part = 0; part < types.Length; part++)
        {
            statement.Write(part == 0 ? "" : ", ");
            WriteArray(statement, list + part, types[part]);
        }

        statement.Write(") AS list(");
        for (var part = 0; part < types.Length; part++)
        {
            statement.Write(part == 0 ? "part" : ", part").Write(part);
        }

        statement.Write(")");
    }

    /// <inheritdoc/>
    protected override void WriteListValue(SqlWriter statement, ReadOnlySpan<ColumnType> types, int part)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("list.part").Write(part);
    }

    /// <inheritdoc/>
    protected override void WriteCollation(SqlWriter statement, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write(IsText(type) ? Ordinally : "");
    }

    /// <inheritdoc/>
    /// <remarks>A text in a type of the database's own, such as jsonb, is compared as C# has it.</remarks>
    protected override void WriteCollation(SqlWriter statement, PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(property);
        statement.Write(IsOfOwnType(property) ? "::text" : "");
        WriteCollation(statement, property.ColumnType);
    }

    /// <inheritdoc/>
    protected override void WriteConversion(SqlWriter statement, PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(property);
        if (IsOfOwnType(property))
        {
            statement.Write("::").Write(property.TypeName!);
        }
    }

    /// <inheritdoc/>
    /// <remarks>There is no MIN of these types (before PostgreSQL 18 not of bytea either), but one of what is in the same order.</remarks>
    protected override (string Before, string After) Extreme(ColumnType type, bool greatest)
    {
        var function = greatest ? "MAX(" : "MIN(";
        return type switch
        {
            ColumnType.Boolean => (function, "::int)"),
            ColumnType.Guid => (function, "::text" + Ordinally + ")"),
            ColumnType.Bytes => (function + "encode(", ", 'hex')" + Ordinally + ")"),
            _ => (function, ")"),
        };
    }

    /// <inheritdoc/>
    protected override void WriteDirection(SqlWriter statement, bool descending)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write(descending ? " DESC NULLS LAST" : " NULLS FIRST"); // to PostgreSQL, null is greater than everything
    }

    /// <inheritdoc/>
    protected override void WritePage(SqlWriter statement, int? skip, int? take)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (take is { } count)
        {
            statement.Write(" LIMIT ").WriteValue(count);
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
        // Of the collation "C", only ASCII letters have another case; that of the database knows its language's.
        statement.WriteColumn(column).Write(IsOfOwnType(column.Property) ? "::text" : "").Write(ignoreCase ? " COLLATE \"default\"" : Ordinally);
        if (match == TextMatch.RegularExpression)
        {
            statement.Write(ignoreCase ? " ~* " : " ~ ").WriteValue(text);
            return;
        }

        statement.Write(ignoreCase ? " ILIKE " : " LIKE ").WriteValue(match switch
        {
            TextMatch.Like => LikePattern.Complete(text),
            TextMatch.StartsWith => LikePattern.Literal(text) + "%",
            TextMatch.EndsWith => "%" + LikePattern.Literal(text),
            TextMatch.Contains => "%" + LikePattern.Literal(text) + "%",
            _ => throw new NotSupportedException($"PostgreSQL cannot search a text by {match}."),
        });
    }

    /// <inheritdoc/>
    protected override string? Lock(RowLock strength) => strength switch
    {
        RowLock.Reference => " FOR KEY SHARE",
        RowLock.Change => " FOR NO KEY UPDATE",
        _ => " FOR UPDATE",
    };

    /// <inheritdoc/>
    protected override string TypeName(PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.TypeName is { } given ? Fitting(property, given) : TypeName(property.ColumnType);
    }

    /// <inheritdoc/>
    /// <remarks>An identity does not notice rows that come with keys of their own, and then makes the same key once more.</remarks>
    protected override string? AdviceOnMadeKey(EntityDefinition entity, string constraint)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(constraint);
        return constraint == entity.Table + "_pkey"
            ? $" The database makes the keys of '{entity.Table}', and has made one that exists: rows were inserted with keys of their own before. Move the identity on, as docs/postgresql.md says."
            : null;
    }

    /// <inheritdoc/>
    protected override bool IsTypeOf(PropertyDefinition property, string type)
    {
        ArgumentNullException.ThrowIfNull(property);
        ArgumentNullException.ThrowIfNull(type);
        return type.Split(Of).Any(stored => IsSame(property, stored));
    }

    /// <inheritdoc/>
    protected override void WriteColumnDefinition(SqlWriter statement, PropertyDefinition property, bool isOnlyKey)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var type = TypeName(property);
        // Its indexes must have the collation that comparisons ask for.
        statement.Write(type).Write(IsText(property.ColumnType) && !IsOfOwnType(property) ? Ordinally : "");
        if (!property.IsNullable)
        {
            statement.Write(" NOT NULL");
        }

        if ((property.Kinds & PropertyKinds.Generated) != 0 && !PostgreSqlTypeName.IsSerial(type))
        {
            statement.Write(PostgreSqlTypeName.Parse(type).Name switch
            {
                "smallint" or "integer" or "bigint" => " GENERATED BY DEFAULT AS IDENTITY" + Bound(property.ColumnType),
                "uuid" => " DEFAULT gen_random_uuid()",
                _ => "",
            });
        }

        statement.Write(isOnlyKey ? " PRIMARY KEY" : "");
        if (property.MaxLength > 0)
        {
            statement.Write(" CHECK (length(").WriteIdentifier(property.Column).Write(") <= ").Write(property.MaxLength).Write(")");
        }
    }

    /// <inheritdoc/>
    protected override void WriteColumnsQuery(SqlWriter statement, int tables)
    {
        // Of a domain, what it is made of counts too, which may be another domain.
        WriteTables(statement, "SELECT (wanted.place - 1)::int, stored.relkind IN ('r', 'p'), own.attname::text,"
            + " made.type, NOT (own.attnotnull OR made.isnotnull), own.atthasdef OR own.attidentity <> '' OR made.hasdefault, own.attgenerated = '' AND own.attidentity <> 'a'", tables);
        statement.Write(" JOIN pg_attribute AS own ON own.attrelid = stored.oid AND own.attnum > 0 AND NOT own.attisdropped"
            + " CROSS JOIN LATERAL (WITH RECURSIVE part(oid, modifier, place) AS (SELECT own.atttypid, own.atttypmod, 0"
            + " UNION ALL SELECT type.typbasetype, type.typtypmod, part.place + 1 FROM part JOIN pg_type AS type ON type.oid = part.oid WHERE type.typtype = 'd')"
            + " SELECT string_agg(format_type(part.oid, part.modifier) || CASE WHEN type.typnamespace <> 'pg_catalog'::regnamespace AND pg_type_is_visible(part.oid)"
            + " THEN '" + In + "' || type.typnamespace::regnamespace ELSE '' END, '" + Of + "' ORDER BY part.place) AS type,"
            + " bool_or(type.typnotnull) AS isnotnull, bool_or(type.typdefault IS NOT NULL) AS hasdefault FROM part JOIN pg_type AS type ON type.oid = part.oid) AS made"
            + " ORDER BY wanted.place, own.attnum");
    }

    /// <inheritdoc/>
    protected override void WriteIndexesQuery(SqlWriter statement, int tables)
    {
        WriteTables(statement, "SELECT (wanted.place - 1)::int, index.relname::text, own.indisprimary, own.indisunique, part.attname::text", tables);
        statement.Write(" JOIN pg_index AS own ON own.indrelid = stored.oid AND own.indisvalid AND own.indpred IS NULL"
            + " JOIN pg_class AS index ON index.oid = own.indexrelid"
            + " CROSS JOIN LATERAL unnest(own.indkey) WITH ORDINALITY AS key(number, place)"
            + " LEFT JOIN pg_attribute AS part ON part.attrelid = stored.oid AND part.attnum = key.number AND key.number > 0"
            + " WHERE key.place <= own.indnkeyatts ORDER BY wanted.place, index.relname, key.place");
    }

    /// <inheritdoc/>
    protected override void WriteForeignKeysQuery(SqlWriter statement, int tables)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write("SELECT (wanted.place - 1)::int, own.conname::text, (SELECT (other.place - 1)::int FROM ");
        WriteNames(statement, tables);
        WriteTables(statement, " AS other(name, place) WHERE to_regclass(other.name) = own.confrelid LIMIT 1), target.relname::text, part.attname::text, referred.attname::text", tables);
        statement.Write(" JOIN pg_constraint AS own ON own.conrelid = stored.oid AND own.contype = 'f'"
            + " JOIN pg_class AS target ON target.oid = own.confrelid"
            + " CROSS JOIN LATERAL unnest(own.conkey, own.confkey) WITH ORDINALITY AS key(number, other, place)"
            + " JOIN pg_attribute AS part ON part.attrelid = own.conrelid AND part.attnum = key.number"
            + " JOIN pg_attribute AS referred ON referred.attrelid = own.confrelid AND referred.attnum = key.other"
            + " ORDER BY wanted.place, own.conname, key.place");
    }

    /// <inheritdoc/>
    protected override int MaxIdentifierBytes => 63; // postgresql.org/docs/current/limits.html

    /// <inheritdoc/>
    /// <remarks>Two sessions that both find a table missing would both create it, and one would fail, IF NOT EXISTS or not. The number stands for this library.</remarks>
    protected override string? SchemaLock => "SELECT pg_advisory_xact_lock(7310034283826791)";

    /// <summary>Writes the tables of a list as a statement that names them finds them; what is selected comes before.</summary>
    private void WriteTables(SqlWriter statement, string selection, int tables)
    {
        ArgumentNullException.ThrowIfNull(statement);
        WriteNames(statement.Write(selection).Write(" FROM "), tables);
        statement.Write(" AS wanted(name, place) JOIN pg_class AS stored ON stored.oid = to_regclass(wanted.name)");
    }

    private void WriteNames(SqlWriter statement, int tables)
    {
        WriteArray(statement.Write("unnest("), tables, ColumnType.Text);
        statement.Write(") WITH ORDINALITY");
    }

    /// <summary>Stands between a domain and the type that it is made of.</summary>
    private const string Of = " of ";

    /// <summary>Stands between a type that is not PostgreSQL's own and its schema.</summary>
    private const string In = " in ";

    /// <summary>Tells the error of what was required from others.</summary>
    private const string Unmet = "Relations: a new row was passed over ";

    /// <summary>By the bytes of UTF-8, as the characters' code points are ordered.</summary>
    private const string Ordinally = " COLLATE \"C\"";

    private static bool IsText(ColumnType type) => type is ColumnType.Text or ColumnType.Char;

    /// <summary>Whether a text is stored in a type that is none of texts, such as jsonb.</summary>
    private static bool IsOfOwnType(PropertyDefinition property) =>
        property.TypeName is { } given && IsText(property.ColumnType) && !PostgreSqlTypeName.Parse(given).IsText;

    /// <summary>Where the property is narrower than the type, the database makes no key that it could not hold: a row with one would be stored and could not be read.</summary>
    private static string Bound(ColumnType type) => type switch
    {
        ColumnType.SByte => " (MAXVALUE 127)",
        ColumnType.Byte => " (MAXVALUE 255)",
        ColumnType.UInt16 => " (MAXVALUE 65535)",
        ColumnType.UInt32 => " (MAXVALUE 4294967295)",
        _ => "",
    };

    /// <summary>A type that a name without a schema finds is told with its schema too, behind the name: a model may name either.</summary>
    private static bool IsSame(PropertyDefinition property, string stored)
    {
        var (type, schema) = stored.IndexOf(In, StringComparison.Ordinal) is > 0 and var end
            ? (PostgreSqlTypeName.Parse(stored[..end]), PostgreSqlTypeName.Parse(stored[(end + In.Length)..]).Name)
            : (PostgreSqlTypeName.Parse(stored), "");
        if (property.TypeName is { } given)
        {
            var wanted = PostgreSqlTypeName.Parse(Fitting(property, given));
            return wanted == type || (schema.Length > 0 && wanted == type with { Schema = schema });
        }

        // Whatever bounds a length or a precision, it takes the property's values or tells of those that it does not.
        return (type.Name == "character varying" ? "text" : type.Name) == TypeName(property.ColumnType);
    }

    /// <summary>
    /// With the one type for the other, the server would shift the time by its own time zone, and nobody would be told. Keys are compared as they are stored, so that indexes serve;
    /// PostgreSQL compares no text with a type that is none.
    /// </summary>
    private static string Fitting(PropertyDefinition property, string given) => (property.ColumnType, PostgreSqlTypeName.Parse(given).Name) switch
    {
        (_, var name) when (property.Kinds & PropertyKinds.PrimaryKey) != 0 && IsOfOwnType(property) => throw new InvalidOperationException(
            $"{property.Name} is a text and a key, which cannot be stored as {given}. {(name == "uuid" ? "Make it a Guid" : "Make it a property that is no key")}, or the type one of texts."),
        (_, "citext" or "character") when (property.Kinds & PropertyKinds.PrimaryKey) != 0 => throw new InvalidOperationException(
            $"{property.Name} is a key, which cannot be stored as {given}: PostgreSQL takes texts for the same that differ in case or in blanks at their end, and C# does not. Make the type text or varchar."),
        (ColumnType.DateTime, "timestamp with time zone") => throw new InvalidOperationException(
            $"{property.Name} is a DateTime, which has no time zone, and cannot be stored as {given}. Make it a DateTimeOffset, or the type \"timestamp\"."),
        (ColumnType.DateTimeOffset, "timestamp without time zone") => throw new InvalidOperationException(
            $"{property.Name} is a DateTimeOffset, which is an instant, and cannot be stored as {given}. Make it a DateTime, or the type \"timestamptz\"."),
        _ => given,
    };

    /// <summary>An empty list tells nothing of its type, so that the type is written.</summary>
    private void WriteArray(SqlWriter statement, int place, ColumnType type)
    {
        WriteParameter(statement, place);
        statement.Write("::").Write(TypeName(type)).Write("[]");
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Boolean => "boolean",
        ColumnType.SByte or ColumnType.Byte or ColumnType.Int16 => "smallint",
        ColumnType.UInt16 or ColumnType.Int32 => "integer",
        ColumnType.UInt32 or ColumnType.Int64 => "bigint",
        ColumnType.UInt64 or ColumnType.Decimal => "numeric",
        ColumnType.Single => "real",
        ColumnType.Double => "double precision",
        ColumnType.Guid => "uuid",
        ColumnType.DateTime => "timestamp without time zone",
        ColumnType.DateTimeOffset => "timestamp with time zone",
        ColumnType.DateOnly => "date",
        ColumnType.TimeOnly => "time without time zone",
        ColumnType.TimeSpan => "interval",
        ColumnType.Bytes => "bytea",
        _ => "text",
    };
}
