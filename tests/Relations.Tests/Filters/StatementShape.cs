using System.Text.RegularExpressions;
using Relations.Tests.Models;

namespace Relations.Tests.Filters;

/// <summary>What the text of a statement that reads for a filter may consist of: known words, the models' identifiers, aliases, and placeholders for values.</summary>
internal static partial class StatementShape
{
    private static readonly HashSet<string> Words =
    [
        "SELECT", "FROM", "JOIN", "ON", "WHERE", "AND", "OR", "NOT", "IN", "IS", "NULL", "TRUE", "EXISTS", "ORDER", "GROUP", "BY", "DESC", "LIMIT", "OFFSET", "AS", "OVER", "PARTITION",
        "CASE", "WHEN", "THEN", "ELSE", "END", "GLOB", "COLLATE", "CAST", "BLOB", "ROW_NUMBER", "MIN", "MAX", "COUNT", "DISTINCT", "ASC", "NULLS", "FIRST", "LAST", "ANY", "LIKE", "ESCAPE", "LEFT", "UNION", "ALL", "COALESCE", "TEXT", "INTEGER", "REAL", "one",
        "json_each", "json_extract", "value", "instr", "char", "substr", "octet_length", "unhex", "ranked", "rank", "ordered",
        "relations_upper", "relations_like", "relations_decimal", "relations_instant", "relations_duration",
    ];

    private static readonly HashSet<string> Identifiers =
        [.. RelationsModel.Definition.Entities.SelectMany(static entity => entity.Properties.Select(static property => property.Column).Append(entity.Table)).Select(static name => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")];

    /// <summary>The first part of a statement that does not belong there, or null.</summary>
    public static string? Stranger(string statement)
    {
        if (!statement.StartsWith("SELECT ", StringComparison.Ordinal))
        {
            return statement;
        }

        var depth = 0;
        foreach (Match token in Tokens().Matches(statement))
        {
            depth += token.Value switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth < 0 || !IsKnown(token))
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
        : !token.Groups["other"].Success;

    // Whatever is none of the others is one that does not belong there.
    [GeneratedRegex("""(?<name>"([^"]|"")*")|(?<word>[A-Za-z_]\w*)|(?<value>[?$@]\d+)|(?<number>\d+)|(?<empty>''|'\$\[\d\]')|(?<sign><=|>=|<>|[().,=<>*-])|(?<space>[ \n]+)|(?<other>[\s\S])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\A(source|target|through)\d*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alias();
}
