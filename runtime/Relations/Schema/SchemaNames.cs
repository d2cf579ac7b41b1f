using System.Globalization;
using System.Text;
using Relations.Definitions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>
/// Names for indexes and constraints that stay apart. A database that cuts long names off would take two for the same, and pass over the second; and <c>A</c> with <c>B_C</c> reads
/// like <c>A_B</c> with <c>C</c>. Such a name ends in a hash.
/// </summary>
internal sealed class SchemaNames(SqlDialect dialect)
{
    private readonly HashSet<(string? Schema, string Name)> taken = [];

    public string IndexOf(EntityDefinition entity, TableIndex index) => Of(entity, index.NameFor(entity), index.Properties, "");

    /// <summary>Another name for an index, whose own is taken: by an index of another kind, or of a table that had this one's name before.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="index">The index.</param>
    /// <param name="attempt">How many names are taken.</param>
    public string OtherIndexOf(EntityDefinition entity, TableIndex index, int attempt) => Hashed(entity, index.NameFor(entity), index.Properties, attempt.ToString(CultureInfo.InvariantCulture));

    public string ForeignKeyOf(EntityDefinition entity, ForeignKey key) => Of(entity, key.NameFor(entity), key.Properties, key.Target.Table);

    private string Of(EntityDefinition entity, string name, IReadOnlyList<PropertyDefinition> properties, string target)
    {
        var schema = dialect.HasSchemas ? entity.Schema : null;
        if ((dialect.MaxIdentifierBytes > 0 && Encoding.UTF8.GetByteCount(name) > dialect.MaxIdentifierBytes) || !taken.Add((schema, name)))
        {
            name = Hashed(entity, name, properties, target);
            taken.Add((schema, name));
        }

        return name;
    }

    private string Hashed(EntityDefinition entity, string name, IReadOnlyList<PropertyDefinition> properties, string target)
    {
        var hash = Hash([entity.Table, target, .. properties.Select(static property => property.Column)]).ToString("x8", CultureInfo.InvariantCulture);
        return $"{Start(name, dialect.MaxIdentifierBytes - hash.Length - 1)}_{hash}";
    }

    /// <summary>As much of a text as takes so many bytes; all of it where there is no bound.</summary>
    private static string Start(string text, int bytes)
    {
        var length = text.Length;
        while (bytes > 0 && Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > bytes)
        {
            length -= length > 1 && char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        }

        return text[..length];
    }

    /// <summary>FNV-1a: the same in every process, and on every machine.</summary>
    private static uint Hash(IEnumerable<string> parts)
    {
        var hash = 2166136261;
        foreach (var octet in Encoding.UTF8.GetBytes(string.Join('\0', parts)))
        {
            hash = unchecked((hash ^ octet) * 16777619);
        }

        return hash;
    }
}
