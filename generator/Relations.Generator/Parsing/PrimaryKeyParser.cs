using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Finds the primary key: <c>[Key]</c>, else <c>Id</c>, else <c>&lt;Type&gt;Id</c>, else the pair of a through model.</summary>
internal static class PrimaryKeyParser
{
    public static void Parse(ParseScope scope, EntityShape shape)
    {
        var key = OwnKey(shape);
        var kinds = key is [var single] && IsGenerated(scope, shape, single) ? PropertyKinds.PrimaryKey | PropertyKinds.Generated : PropertyKinds.PrimaryKey;
        if (key.Count == 0)
        {
            key = LinkKeyConvention.PairOf(scope, shape);
        }

        foreach (var column in key)
        {
            var model = column.Model with { Kinds = (column.Model.Kinds & ~PropertyKinds.Nullable) | kinds };
            shape.Columns[model.Ordinal] = column with { Model = model };
            shape.Key.Add(shape.Columns[model.Ordinal]);
            if ((column.Attributes.Concurrency ?? column.Attributes.Timestamp) is not null)
            {
                shape.Problems.Add(new(
                    ProblemKind.EntityCannotBeMapped, Syntax.Identifier(column.Property),
                    shape.Type.Name, $"its key {column.Name} is marked [{(column.Attributes.Concurrency is null ? "Timestamp" : "ConcurrencyCheck")}], so that every update would change it"));
            }
        }
    }

    /// <summary>What a key without <c>[Key]</c> is called, the first that there is.</summary>
    public static string[] NamesOf(INamedTypeSymbol type) => ["Id", type.Name + "Id"];

    private static List<ColumnShape> OwnKey(EntityShape shape)
    {
        var keys = shape.Columns.Where(static column => column.Attributes.Key is not null).ToList();
        if (keys.Count > 0)
        {
            return [.. keys.OrderBy(static column => column.Attributes.ColumnOrder ?? int.MaxValue)];
        }

        return NamesOf(shape.Type).Select(shape.Column).FirstOrDefault(static column => column is not null) is { } key ? [key] : [];
    }

    /// <summary>An integer that refers to no other row is counted up by the database, unless the model says otherwise.</summary>
    private static bool IsGenerated(ParseScope scope, EntityShape shape, ColumnShape key) => key.Attributes.Generation switch
    {
        null => ColumnTypes.IsInteger(key.Model.ColumnType) && key.Model.Underlying is null && !KeyConvention.IsForeignKey(scope, shape, key),
        1 => true,
        _ => false,
    };
}
