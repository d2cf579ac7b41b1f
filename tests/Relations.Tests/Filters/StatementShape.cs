using System.Text.RegularExpressions;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Filters;

/// <summary>What the text of a statement that reads for a filter may consist of: known words, the models' identifiers, aliases, and placeholders for values.</summary>
internal static partial class StatementShape
{
    private const string Name = "\"([^\"]|\"\")*\"";
    private const string Column = @"((source|target|through)\d*\.)?" + Name;
    private const string Columns = "(NULL AS )?" + Column + "(, (NULL AS )?" + Column + ")*";
    private const string Equal = Column + " = " + Column;
    private const string Ordered = Column + "( COLLATE \"C\")?";
    private const string IsSet = Column + " IS NOT NULL";
    private const string Targets = "SELECT " + Columns + @" FROM \(SELECT DISTINCT " + Columns + " FROM " + Name + @"\) AS through JOIN " + Name + " AS target ON " + Equal + "( AND " + Equal + ")*";
    private const string Links = "SELECT " + Columns + @" FROM \(SELECT " + Columns + " FROM " + Name + " AS through( WHERE " + IsSet + "( AND " + IsSet + ")*)? ORDER BY " + Columns + @"\) AS through";

    private static readonly HashSet<string> Words =
    [
        "SELECT", "FROM", "JOIN", "ON", "WHERE", "AND", "OR", "NOT", "IN", "IS", "NULL", "TRUE", "EXISTS", "ORDER", "GROUP", "BY", "DESC", "LIMIT", "OFFSET", "AS", "OVER", "PARTITION",
        "CASE", "WHEN", "THEN", "ELSE", "END", "COLLATE", "ROW_NUMBER", "MIN", "MAX", "COUNT", "DISTINCT", "ASC", "NULLS", "FIRST", "LAST", "LIKE", "LEFT", "COALESCE", "one", "ranked", "rank", "ordered",
    ];

    private static readonly HashSet<string> SqliteWords =
    [
        "GLOB", "CAST", "BLOB", "ESCAPE", "TEXT", "INTEGER", "REAL", "json_each", "json_extract", "value", "instr", "char", "substr", "octet_length", "unhex",
        "relations_upper", "relations_like", "relations_real", "relations_decimal", "relations_instant", "relations_duration",
    ];

    private static readonly HashSet<string> PostgreSqlWords =
    [
        "ANY", "ILIKE", "unnest", "encode", "'hex'", "int", "list", "::", "[]", "~", "~*", "\"C\"", "\"default\"",
        "boolean", "smallint", "integer", "bigint", "numeric", "real", "double", "precision", "uuid", "timestamp", "time", "with", "without", "zone", "date", "interval", "bytea", "text",
    ];

    // The forms of statements that are unions. Their parts are looked at as those of any statement.
    private static readonly Regex[] Unions = [TargetsAndLinks(), LinksAndTargets()];

    private static readonly HashSet<string> Identifiers =
        [.. RelationsModel.Definition.Entities.SelectMany(static entity => entity.Properties.Select(static property => property.Column).Append(entity.Table)).Select(static name => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")];

    /// <summary>The first part of a statement that does not belong there, or null.</summary>
    public static string? Stranger(DatabaseKind kind, string statement)
    {
        if (!statement.StartsWith("SELECT ", StringComparison.Ordinal))
        {
            return statement;
        }

        var own = kind == DatabaseKind.Sqlite ? SqliteWords : PostgreSqlWords;
        var isUnion = Array.Exists(Unions, form => form.IsMatch(statement));
        var isOfPage = PageFoundAgain().IsMatch(statement);
        var depth = 0;
        foreach (Match token in Tokens().Matches(statement))
        {
            depth += token.Value switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth < 0 || !(IsKnown(token) || own.Contains(token.Value) || (isUnion && token.Value is "UNION" or "ALL") || (isOfPage && token.Value == "ARRAY")))
            {
                return token.Value;
            }
        }

        return depth == 0 ? null : "(";
    }

    private static bool IsKnown(Match token) =>
        token.Groups["name"].Success ? Identifiers.Contains(token.Value)
        : token.Groups["word"].Success ? Words.Contains(token.Value) || Alias().IsMatch(token.Value)
        : token.Groups["number"].Success ? token.Value is "0" or "1"
        : !token.Groups["special"].Success && !token.Groups["other"].Success;

    // Whatever is none of the others is one that does not belong there. What is special must be a word of the database's own.
    [GeneratedRegex("""(?<name>"([^"]|"")*")|(?<word>[A-Za-z_]\w*)|(?<value>[?$@]\d+)|(?<number>\d+)|(?<empty>''|'\$\[\d\]')|(?<special>'hex'|::|\[\]|~\*?)|(?<sign><=|>=|<>|[().,=<>*-])|(?<space>[ \n]+)|(?<other>[\s\S])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\A((source|target|through)\d*|part\d)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alias();

    /// <summary>An inclusion into a whole table: each target that is linked once, then every link by its keys.</summary>
    [GeneratedRegex(@"\A" + Targets + " UNION ALL " + Links + @"\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TargetsAndLinks();

    /// <summary>An inclusion into a row or a page that the statement finds again, on PostgreSQL; once in a statement.</summary>
    [GeneratedRegex(@"\A((?!ARRAY)[\s\S])+ = ANY \(ARRAY\(SELECT " + Column + " FROM " + Name + @" AS source\d*( WHERE " + Column + @" = \$\d+)?( ORDER BY " + Ordered + "(, " + Ordered + @")*)?( LIMIT \$\d+)?( OFFSET \$\d+)?\)\)((?!ARRAY)[\s\S])*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageFoundAgain();

    /// <summary>The same with an order or a page: the links first, then the targets in their order.</summary>
    [GeneratedRegex(@"\A" + Links + @" UNION ALL SELECT \* FROM \(" + Targets + @" ORDER BY ((?!UNION)[\s\S])+\) AS ordered\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinksAndTargets();
}
