using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>A table as the model in memory knows it.</summary>
internal sealed class Table(string name, IEntityAccess access)
{
    private static readonly JsonNode?[] Texts = ["a", "A", "ab", "b", "é", ""];
    private static readonly JsonNode?[] Integers = [0, 1, 2, 3, -1];

    private readonly Dictionary<string, JsonNode?> blanks = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public IEntityAccess Access { get; } = access;

    public string[] Key { get; private set; } = [];

    public bool IsKeyGenerated { get; private set; }

    /// <summary>The columns that refer to no other row, and their values.</summary>
    public Dictionary<string, JsonNode?[]> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns that patterns can be compared with.</summary>
    public HashSet<string> TextColumns { get; } = new(StringComparer.Ordinal);

    public List<string[]> Unique { get; } = [];

    /// <summary>Columns that no two rows have alike, though the database would take them.</summary>
    public List<string[]> Sole { get; } = [];

    /// <summary>The columns that refer to other rows, and the tables that they may refer to.</summary>
    public List<Reference> References { get; } = [];

    public List<Relation> Relations { get; } = [];

    /// <summary>Relations to one of several types: they have a repository, and no name in filters.</summary>
    public List<Relation> RelationsToOneType { get; } = [];

    public IEnumerable<string> Columns => (IsKeyGenerated ? Key : []).Concat(Values.Keys).Concat(References.SelectMany(static reference => reference.Names is { } names ? reference.Columns.Append(names) : reference.Columns)).Distinct(StringComparer.Ordinal);

    /// <summary>What a column that refers to no other row holds when it was not read: the default of its type.</summary>
    public JsonNode? Blank(string column) =>
        blanks.TryGetValue(column, out var blank) ? blank
        : IsKeyGenerated && Key.Contains(column, StringComparer.Ordinal) ? 0
        : !Values.TryGetValue(column, out var values) || values.Contains(null) ? null
        : values[0]!.GetValueKind() switch
        {
            JsonValueKind.Number => 0,
            JsonValueKind.True or JsonValueKind.False => false,
            _ => null,
        };

    public static Table Of<TEntity, TKey, TProperties, TPatch>(string name, Func<Session, EntityRepository<TEntity, TKey, TProperties, TPatch>> repository)
        where TEntity : class where TKey : notnull where TProperties : struct, Querying.IProperties<TProperties> where TPatch : Definitions.Patch =>
        new(name, new EntityAccess<TEntity, TKey, TProperties, TPatch>(repository));

    /// <summary>A key that the database makes.</summary>
    public Table Generated(string key)
    {
        (Key, IsKeyGenerated) = ([key], true);
        return this;
    }

    /// <summary>A key of the client's.</summary>
    public Table Keyed(params string[] key)
    {
        Key = key;
        Unique.Add(key);
        return this;
    }

    public Table Column(string column, params JsonNode?[] values)
    {
        Values.Add(column, values);
        return this;
    }

    /// <summary>A column of a type whose default is neither null, zero nor false.</summary>
    public Table Column(string column, JsonNode?[] values, JsonNode blank)
    {
        blanks.Add(column, blank);
        return Column(column, values);
    }

    public Table Text(string column, bool isNullable = false)
    {
        TextColumns.Add(column);
        return Column(column, isNullable ? [null, .. Texts] : Texts);
    }

    public Table Integer(string column, bool isNullable = false) => Column(column, isNullable ? [null, .. Integers] : Integers);

    public Table IsUnique(params string[] columns)
    {
        Unique.Add(columns);
        return this;
    }

    public Table IsSole(params string[] columns)
    {
        Sole.Add(columns);
        return this;
    }

    public Table Refers(string columns, string table, string key, bool isNullable = false)
    {
        References.Add(new(columns.Split(','), [new(table)], key.Split(','), isNullable));
        return this;
    }

    /// <summary>A foreign key to one of several tables, which no database checks.</summary>
    public Table RefersToOneOf(string column, string names, string key, bool isNullable, params Target[] targets)
    {
        References.Add(new([column], targets, [key], isNullable) { Names = names });
        return this;
    }

    public Table Many(string relation, string target, string from, string to, IRelationAccess? access = null) => Add(new(relation, IsMany: true, from.Split(','), to.Split(','), [new(target)]) { Access = access });

    public Table One(string relation, string target, string from, string to, IRelationAccess? access = null) => Add(new(relation, IsMany: false, from.Split(','), to.Split(','), [new(target)]) { Access = access });

    public Table Through(string relation, string target, string from, string to, Through through, IRelationAccess? access = null) =>
        Add(new(relation, IsMany: true, from.Split(','), to.Split(','), [new(target)]) { Through = through, Access = access });

    public Table Links(string relation, string target, string from, string to, Through through) => Add(new(relation, IsMany: true, from.Split(','), to.Split(','), [new(target)]) { Through = through, IsOfLinks = true });

    public Table ThroughToType(string relation, Target target, string from, string to, Through through, IRelationAccess access)
    {
        RelationsToOneType.Add(new(relation, IsMany: true, from.Split(','), to.Split(','), [target]) { Through = through, Access = access });
        return this;
    }

    public Table Add(Relation relation)
    {
        Relations.Add(relation);
        return this;
    }
}
