using System.Globalization;
using System.Text.RegularExpressions;

namespace Relations.PostgreSql;

/// <summary>The name of a type, by whichever of its names it is called.</summary>
/// <param name="Schema">The schema that is named with it, or the empty text.</param>
/// <param name="Name">The name by which <c>format_type</c> calls it, without needless quotes.</param>
/// <param name="Modifier">What is in parentheses, without blanks, or the empty text.</param>
internal readonly partial record struct PostgreSqlTypeName(string Schema, string Name, string Modifier)
{
    /// <summary>Whether it is a type of texts, which have collations.</summary>
    public bool IsText => Name is "text" or "character varying" or "character" or "citext" or "name";

    /// <summary>Whether it is no type, but short for an integer with a sequence of its own as the default.</summary>
    public static bool IsSerial(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Trim().ToLowerInvariant() is "serial" or "serial4" or "bigserial" or "serial8" or "smallserial" or "serial2";
    }

    /// <summary>Takes a name apart: <c>varchar(200)</c>, <c>timestamp (3) with time zone</c>, <c>numeric(10, 2)</c>, <c>app."Email"</c>.</summary>
    public static PostgreSqlTypeName Parse(string type)
    {
        var (start, end) = (type.IndexOf('(', StringComparison.Ordinal), type.LastIndexOf(')'));
        var hasModifier = start >= 0 && end > start;
        var (schema, name) = Qualified(hasModifier ? type[..start] + " " + type[(end + 1)..] : type);
        var modifier = hasModifier ? string.Concat(type[(start + 1)..end].Where(static character => !char.IsWhiteSpace(character))) : "";
        var known = Known(name);
        return (known, modifier) switch
        {
            ("numeric", { Length: > 0 }) when !modifier.Contains(',', StringComparison.Ordinal) => new(schema, known, modifier + ",0"),
            ("character" or "bit", "") when name != "bpchar" => new(schema, known, "1"),
            ("double precision", { Length: > 0 }) => new(schema, int.TryParse(modifier, CultureInfo.InvariantCulture, out var bits) && bits <= 24 ? "real" : known, ""),
            _ => new(schema, known, modifier),
        };
    }

    // PostgreSQL's own types are found whatever the search path, and format_type names no schema with them.
    private static (string Schema, string Name) Qualified(string words)
    {
        var match = Parts().Match(words);
        if (!match.Success)
        {
            return ("", words.Trim());
        }

        var schema = Folded(match.Groups["schema"].Value);
        return (schema == "pg_catalog" ? "" : schema, Folded(match.Groups["name"].Value));
    }

    /// <summary>What is not quoted is written in whichever case; what is quoted needs no quotes where it would be read the same without. The type <c>"char"</c> is another one than <c>char</c>.</summary>
    private static string Folded(string name)
    {
        if (!name.Contains('"', StringComparison.Ordinal))
        {
            return string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return name != "\"char\"" && NeedlesslyQuoted().IsMatch(name) ? name.Replace("\"", "", StringComparison.Ordinal) : name;
    }

    [GeneratedRegex("""^\s*((?<schema>"([^"]|"")+"|[^"\s.]+)\s*\.\s*)?(?<name>"([^"]|"")+"(\[\])?|[^".]+?)\s*$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();

    [GeneratedRegex("""^"[a-z_][a-z0-9_$]*"(\[\])?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NeedlesslyQuoted();

    // postgresql.org/docs/current/datatype.html, the column Aliases.
    private static string Known(string name) => name switch
    {
        "int" or "int4" or "serial" or "serial4" => "integer",
        "int8" or "bigserial" or "serial8" => "bigint",
        "int2" or "smallserial" or "serial2" => "smallint",
        "decimal" or "dec" => "numeric",
        "bool" => "boolean",
        "float4" => "real",
        "float8" or "float" => "double precision",
        "varchar" or "char varying" or "nchar varying" or "national char varying" or "national character varying" => "character varying",
        "char" or "bpchar" or "nchar" or "national char" or "national character" => "character",
        "timestamp" => "timestamp without time zone",
        "timestamptz" => "timestamp with time zone",
        "time" => "time without time zone",
        "timetz" => "time with time zone",
        "varbit" => "bit varying",
        _ => name,
    };
}
