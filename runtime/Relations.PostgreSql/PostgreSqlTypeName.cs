using System.Globalization;

namespace Relations.PostgreSql;

/// <summary>The name of a type, by whichever of its names it is called.</summary>
/// <param name="Name">The name by which <c>format_type</c> calls it.</param>
/// <param name="Modifier">What is in parentheses, without blanks, or the empty text.</param>
internal readonly record struct PostgreSqlTypeName(string Name, string Modifier)
{
    /// <summary>Whether it is a type of texts, which have collations.</summary>
    public bool IsText => Name is "text" or "character varying" or "character" or "citext" or "name";

    /// <summary>Takes a name apart: <c>varchar(200)</c>, <c>timestamp (3) with time zone</c>, <c>numeric(10, 2)</c>.</summary>
    public static PostgreSqlTypeName Parse(string type)
    {
        var (start, end) = (type.IndexOf('(', StringComparison.Ordinal), type.LastIndexOf(')'));
        var hasModifier = start >= 0 && end > start;
        var words = hasModifier ? type[..start] + " " + type[(end + 1)..] : type;
        var name = words.Contains('"', StringComparison.Ordinal) ? words.Trim() : string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var modifier = hasModifier ? string.Concat(type[(start + 1)..end].Where(static character => !char.IsWhiteSpace(character))) : "";
        var known = Known(name);
        return (known, modifier) switch
        {
            ("numeric", { Length: > 0 }) when !modifier.Contains(',', StringComparison.Ordinal) => new(known, modifier + ",0"),
            ("character" or "bit", "") when name != "bpchar" => new(known, "1"),
            ("double precision", { Length: > 0 }) => new(int.TryParse(modifier, CultureInfo.InvariantCulture, out var bits) && bits <= 24 ? "real" : known, ""),
            _ => new(known, modifier),
        };
    }

    // postgresql.org/docs/current/datatype.html, the column Aliases.
    private static string Known(string name) => name switch
    {
        "int" or "int4" => "integer",
        "int8" => "bigint",
        "int2" => "smallint",
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
