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
        statement.WriteColumn(column).Write(ignoreCase ? " COLLATE \"default\"" : Ordinally);
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
    protected override string TypeName(PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return TypeName(property.ColumnType);
    }

    /// <inheritdoc/>
    protected override void WriteColumnDefinition(SqlWriter statement, PropertyDefinition property, bool isOnlyKey)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var type = TypeName(property);
        // Its indexes must have the collation that comparisons ask for.
        statement.Write(type).Write(IsText(property.ColumnType) ? Ordinally : "");
        if (!property.IsNullable)
        {
            statement.Write(" NOT NULL");
        }

        if ((property.Kinds & PropertyKinds.Generated) != 0)
        {
            statement.Write(type switch
            {
                "smallint" or "integer" or "bigint" => " GENERATED BY DEFAULT AS IDENTITY",
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
    protected override void WriteColumnsQuery(SqlWriter statement, EntityDefinition entity)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(entity);
        statement.Write("SELECT column_name::text, CASE data_type WHEN 'character varying' THEN 'text' ELSE data_type::text END, is_nullable = 'YES'")
            .Write(" FROM information_schema.columns WHERE table_name = ").WriteValue(entity.Table)
            .Write(" AND table_schema = ");
        if (entity.Schema is { } schema)
        {
            statement.WriteValue(schema);
        }
        else
        {
            statement.Write("current_schema()");
        }

        statement.Write(" ORDER BY ordinal_position");
    }

    /// <summary>By the bytes of UTF-8, as the characters' code points are ordered.</summary>
    private const string Ordinally = " COLLATE \"C\"";

    private static bool IsText(ColumnType type) => type is ColumnType.Text or ColumnType.Char;

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
