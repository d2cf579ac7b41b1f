using System.Text;
using Relations.Definitions;
using Relations.Sql;

namespace Relations.Schema;

/// <summary>Refuses names of tables and columns that the database would cut off: two could become the same, and none is found again under the name that the model gives it.</summary>
internal static class NameLengths
{
    /// <summary>Refuses a model with such names.</summary>
    /// <exception cref="RelationsException">Some are too long; the message names each.</exception>
    public static void RejectTooLong(ModelDefinition model, SqlDialect dialect)
    {
        if (dialect.MaxIdentifierBytes == 0)
        {
            return;
        }

        List<string> problems = [.. model.Entities.SelectMany(entity => Names(entity, dialect)).Where(name => Bytes(name.Text) > dialect.MaxIdentifierBytes).Select(static name => $"{name.Of} \"{name.Text}\" has {Bytes(name.Text)}")];
        if (problems.Count > 0)
        {
            throw new RelationsException($"{dialect.Name} cuts names off after {dialect.MaxIdentifierBytes} bytes of UTF-8; give shorter ones with [Table] and [Column]:\n{string.Join('\n', problems)}");
        }
    }

    private static IEnumerable<(string Of, string Text)> Names(EntityDefinition entity, SqlDialect dialect) =>
    [
        .. dialect.HasSchemas && entity.Schema is { } schema ? new[] { ($"the schema of {entity.Name},", schema) } : [],
        ($"the table of {entity.Name},", entity.Table),
        .. entity.Properties.Select(property => ($"the column of {entity.Name}.{property.Name},", property.Column)),
    ];

    private static int Bytes(string name) => Encoding.UTF8.GetByteCount(name);
}
