using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Relations.Definitions;
using Relations.Tests.Models;

namespace Relations.Tests.ModelBased;

/// <summary>Entities, keys and patches as JSON: the model in memory holds rows of every type alike.</summary>
internal static class Rows
{
    private const string TableMember = "$table";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IncludeFields = true, // tuples
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RelationsJson.OmitUnloaded(RelationsModel.Definition) } },
        Converters =
        {
            new StrongTypeConverter<SurgeonId, int>(static value => new(value), static id => id.Value),
            new StrongTypeConverter<TheatreId, Guid>(static value => new(value), static id => id.Value),
            new StrongTypeConverter<Severity, Mood>(static value => new(value), static severity => severity.Mood),
            new StrongTypeConverter<DepotId, Guid>(static value => new(value), static id => id.Value),
            new StrongTypeConverter<ImplantCode, string>(static value => new(value), static code => code.Text),
            new ConcreteTypeConverter<Promotion>(),
            new ConcreteTypeConverter<Prize>(),
            new ConcreteTypeConverter<ITopic>(),
        },
    };

    public static T Read<T>(JsonNode json) => json.Deserialize<T>(Options)!;

    public static List<T> ReadAll<T>(JsonArray rows) => [.. rows.Select(static row => Read<T>(row!))];

    public static JsonNode? Write<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    /// <summary>Whether two values are the same; null is nothing's equal, as in SQL.</summary>
    public static bool AreEqual(JsonObject one, string[] columns, JsonObject other, string[] otherColumns) =>
        columns.Zip(otherColumns).All(pair => one[pair.First] is { } left && other[pair.Second] is { } right && Compare(left, right) == 0);

    /// <summary>Null first; numbers by size, text ordinally.</summary>
    public static int Compare(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ when one.GetValueKind() == JsonValueKind.Number => Number(one).CompareTo(Number(other)),
        _ => string.CompareOrdinal(Text(one), Text(other)),
    };

    public static JsonObject Copy(JsonObject row) => (JsonObject)row.DeepClone();

    /// <summary>A row that says of which table it is.</summary>
    public static JsonObject OfTable(JsonObject row, string table)
    {
        var copy = Copy(row);
        copy[TableMember] = table;
        return copy;
    }

    /// <summary>The table that a row says it is of; the row says it no more.</summary>
    public static string TakeTable(JsonObject row)
    {
        var table = (string)row[TableMember]!;
        row.Remove(TableMember);
        return table;
    }

    /// <summary>The key that these columns are: a value, or a tuple of several.</summary>
    public static JsonNode? Key(JsonObject row, string[] columns) =>
        Array.Exists(columns, column => row[column] is null) ? null
        : columns.Length == 1 ? row[columns[0]]!.DeepClone()
        : new JsonObject(columns.Select((column, index) => KeyValuePair.Create($"item{index + 1}", row[column]?.DeepClone())));

    /// <summary>Gives columns of a row the values of another row's.</summary>
    public static void Assign(JsonObject row, string[] columns, JsonObject other, string[] otherColumns)
    {
        foreach (var (column, otherColumn) in columns.Zip(otherColumns))
        {
            row[column] = other[otherColumn]?.DeepClone();
        }
    }

    /// <summary>The same text for equal values, whatever the order of members.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(", ", members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}: {Canonical(member.Value)}")) + "}",
        JsonArray items => "[" + string.Join(", ", items.Select(Canonical)) + "]",
        null => "null",
        _ when node.GetValueKind() == JsonValueKind.Number => (Number(node) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        _ => Text(node),
    };

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? "'" + node.GetValue<string>() : node.ToJsonString();

    private sealed class StrongTypeConverter<T, TValue>(Func<TValue, T> wrap, Func<T, TValue> unwrap) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => wrap(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, unwrap(value), options);
    }

    private sealed class ConcreteTypeConverter<T> : JsonConverter<T> where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
