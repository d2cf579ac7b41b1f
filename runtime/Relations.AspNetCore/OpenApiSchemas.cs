using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>The schemas of filters and bodies, as the models describe them.</summary>
internal static class OpenApiSchemas
{
    public static OpenApiSchema Filter(EntityDefinition entity, FilterLimits limits)
    {
        var relations = Holders(entity).SelectMany(static holder => holder.Relations.Values).Where(static relation => relation.IsFilterable).Select(static relation => relation.Name).Distinct(StringComparer.Ordinal);
        var order = Of(JsonSchemaType.String | JsonSchemaType.Array, "\"name\", \"name DESC\", or a list of these.");
        var schema = Of(JsonSchemaType.Object, $"A filter of {entity.Name}.");
        schema.Title = entity.Name + ".Filter";
        schema.Properties = Members(
            ("where", Where(entity)),
            ("fields", Of(JsonSchemaType.Object | JsonSchemaType.Array, "{\"name\": true} or [\"name\"].")),
            ("order", order),
            ("limit", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = limits.Rows?.ToString(CultureInfo.InvariantCulture) }),
            ("skip", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" }),
            ("offset", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" }),
            ("include", Of(JsonSchemaType.Array, $"Relations, each by its name or as {{\"relation\", \"scope\"}}: {string.Join(", ", relations)}.")));
        return schema;
    }

    public static OpenApiSchema Where(EntityDefinition entity)
    {
        var names = entity.Properties.Where(static property => (property.Kinds & PropertyKinds.NotFilterable) == 0).Select(static property => property.JsonName);
        var schema = Of(JsonSchemaType.Object, $"Conditions on {string.Join(", ", names)}.");
        schema.Title = entity.Name + ".Where";
        return schema;
    }

    /// <summary>The schema of a body, with its through data where it has any.</summary>
    public static OpenApiSchema Body(BodyDefinition body, BodyDefinition? throughData = null)
    {
        var schema = new OpenApiSchema
        {
            Title = body.Type.Name,
            Type = JsonSchemaType.Object,
            Properties = Members([.. body.Accepted.Select(static property => (property.JsonName, Column(property))), .. body.PassedOver.Select(static property => (property.JsonName, PassedOver(property)))]),
            Required = new HashSet<string>(body.Required.Select(static property => property.JsonName), StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
            MinProperties = body.IsPatch ? 1 : null,
        };
        if (throughData is not null)
        {
            schema.Properties!["throughData"] = Body(throughData);
            if (throughData.Required.Count > 0)
            {
                schema.Required.Add("throughData");
            }
        }

        return schema;
    }

    private static OpenApiSchema PassedOver(PropertyDefinition property)
    {
        var schema = Column(property);
        schema.ReadOnly = true;
        return schema;
    }

    /// <summary>An enum is a name or a number, as it is answered as one of them.</summary>
    private static OpenApiSchema Column(PropertyDefinition property)
    {
        if (property.ValueType.IsEnum)
        {
            // Null stands beside the number: beside the names, it would have to be one of them.
            return new() { AnyOf = [Names(property), property.ColumnType == ColumnType.Text ? Numbers(property) : Value(property)] };
        }

        var schema = Value(property);
        schema.MaxLength = MaxLength(property);
        return schema;
    }

    private static OpenApiSchema Value(PropertyDefinition property)
    {
        var (type, format) = TypeOf(property.ColumnType);
        var (least, greatest) = Bounds(property.ColumnType);
        return new() { Type = WithNull(property, type), Format = format, Minimum = least, Maximum = greatest };
    }

    /// <summary>The numbers of an enum that is stored by name: one that has no name cannot be stored.</summary>
    private static OpenApiSchema Numbers(PropertyDefinition property)
    {
        var schema = new OpenApiSchema { Type = WithNull(property, JsonSchemaType.Integer) };
        if (!IsFlags(property))
        {
            schema.Enum = [.. System.Enum.GetValuesAsUnderlyingType(property.ValueType).Cast<IConvertible>().Select(static value => value.ToDecimal(CultureInfo.InvariantCulture)).Distinct().Select(static number => (JsonNode)number)];
            if (property.IsNullable)
            {
                schema.Enum.Add(JsonNullSentinel.JsonNull);
            }
        }

        return schema;
    }

    private static JsonSchemaType WithNull(PropertyDefinition property, JsonSchemaType type) => property.IsNullable ? type | JsonSchemaType.Null : type;

    private static OpenApiSchema Names(PropertyDefinition property)
    {
        var names = System.Enum.GetNames(property.ValueType);
        var schema = IsFlags(property)
            ? Of(JsonSchemaType.String, $"One or more, with commas between them: {string.Join(", ", names)}.")
            : new() { Type = JsonSchemaType.String, Enum = [.. names.Select(static name => (JsonNode)name)] };
        schema.MaxLength = MaxLength(property);
        return schema;
    }

    private static bool IsFlags(PropertyDefinition property) => property.ValueType.IsDefined(typeof(FlagsAttribute), inherit: false);

    private static int? MaxLength(PropertyDefinition property) => property.ColumnType == ColumnType.Text && property.MaxLength > 0 ? property.MaxLength : null;

    private static (JsonSchemaType Type, string? Format) TypeOf(ColumnType type) => type switch
    {
        ColumnType.Boolean => (JsonSchemaType.Boolean, null),
        ColumnType.SByte or ColumnType.Byte or ColumnType.Int16 or ColumnType.UInt16 => (JsonSchemaType.Integer, null),
        ColumnType.Int32 => (JsonSchemaType.Integer, "int32"),
        ColumnType.UInt32 or ColumnType.Int64 or ColumnType.UInt64 => (JsonSchemaType.Integer, "int64"),
        ColumnType.Single => (JsonSchemaType.Number, "float"),
        ColumnType.Double => (JsonSchemaType.Number, "double"),
        ColumnType.Decimal => (JsonSchemaType.Number, null),
        ColumnType.Char => (JsonSchemaType.String, "char"),
        ColumnType.Guid => (JsonSchemaType.String, "uuid"),
        ColumnType.DateTime or ColumnType.DateTimeOffset => (JsonSchemaType.String, "date-time"),
        ColumnType.DateOnly => (JsonSchemaType.String, "date"),
        ColumnType.TimeOnly => (JsonSchemaType.String, "time"),
        ColumnType.Bytes => (JsonSchemaType.String, "byte"),
        _ => (JsonSchemaType.String, null),
    };

    /// <summary>The bounds of an integer that no format tells.</summary>
    private static (string? Least, string? Greatest) Bounds(ColumnType type) => type switch
    {
        ColumnType.SByte => ("-128", "127"),
        ColumnType.Byte => ("0", "255"),
        ColumnType.Int16 => ("-32768", "32767"),
        ColumnType.UInt16 => ("0", "65535"),
        ColumnType.UInt32 => ("0", "4294967295"),
        ColumnType.UInt64 => ("0", "18446744073709551615"),
        _ => (null, null),
    };

    /// <summary>Where targets are of several types, filters name the relations of each.</summary>
    private static IReadOnlyList<EntityDefinition> Holders(EntityDefinition entity) => entity is PolymorphicTarget several ? several.Types : [entity];

    private static OpenApiSchema Of(JsonSchemaType type, string description) => new() { Type = type, Description = description };

    private static Dictionary<string, IOpenApiSchema> Members(params ReadOnlySpan<(string Name, OpenApiSchema Schema)> members)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
        }

        return properties;
    }
}
