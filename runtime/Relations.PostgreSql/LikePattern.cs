namespace Relations.PostgreSql;

/// <summary>Patterns of LIKE, in which <c>\</c> takes the next character literally.</summary>
internal static class LikePattern
{
    /// <summary>The pattern for a text itself.</summary>
    public static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>A pattern of the user's. A backslash at its end, which PostgreSQL refuses, stands for itself.</summary>
    public static string Complete(string pattern) =>
        (pattern.Length - pattern.AsSpan().TrimEnd('\\').Length) % 2 == 0 ? pattern : pattern + "\\";
}
