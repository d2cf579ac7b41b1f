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
        return new(known, known == "numeric" && modifier.Length > 0 && !modifier.Contains(',', StringComparison.Ordinal) ? modifier + ",0" : modifier);
    }

    // postgresql.org/docs/current/datatype.html, the column Aliases.
    private static string Known(string name) => name switch
    {
        "int" or "int4" => "integer",
        "int8" => "bigint",
        "int2" => "smallint",
        "decimal" => "numeric",
        "bool" => "boolean",
        "float4" => "real",
        "float8" or "float" => "double precision",
        "varchar" or "char varying" => "character varying",
        "char" or "bpchar" => "character",
        "timestamp" => "timestamp without time zone",
        "timestamptz" => "timestamp with time zone",
        "time" => "time without time zone",
        "timetz" => "time with time zone",
        "varbit" => "bit varying",
        _ => name,
    };
}
