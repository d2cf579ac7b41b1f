using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>Describes strong types as the values inside them, which is how they are written, also in lists and dictionaries, and which relations can be null.</summary>
internal sealed class RelationsSchemaTransformer(IOptions<RelationsHttpOptions> options) : IOpenApiSchemaTransformer
{
    private const string NullableReference = "x-is-nullable-property";

    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Whether null is allowed is said where the type is used.
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (schema.OneOf is null && StrongType(type) is { } property)
        {
            var value = await context.GetOrCreateSchemaAsync(property.ValueType, cancellationToken: cancellationToken).ConfigureAwait(false);
            schema.Type = value.Type;
            schema.Format = value.Format;
            schema.Pattern = value.Pattern;
            schema.Enum = value.Enum;
        }
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } element } && StrongType(Nullable.GetUnderlyingType(element) ?? element) is not null)
        {
            // Of what a converter writes, System.Text.Json says nothing; the list or dictionary was described without it.
            var value = await ElementAsync(element, context, cancellationToken).ConfigureAwait(false);
            if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary)
            {
                schema.AdditionalProperties = value;
            }
            else
            {
                schema.Items = value;
            }
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Link<,>))
        {
            foreach (var part in schema.Properties?.Values ?? [])
            {
                SetNull(part, isAllowed: false);
            }
        }
        else if (options.Value.Models.Select(model => model.Entity(type)).FirstOrDefault(static entity => entity is not null) is { } entity)
        {
            DescribeRelations(schema, entity, context.JsonTypeInfo.Options.PropertyNamingPolicy);
        }
    }

    /// <summary>What a list or dictionary holds. ASP.NET Core comes back for it; one that is null or a strong type is left as it is then.</summary>
    private static async Task<OpenApiSchema> ElementAsync(Type type, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var value = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken).ConfigureAwait(false);
        return Nullable.GetUnderlyingType(type) is null ? value : new() { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value] };
    }

    /// <summary>A relation that was included has a list, or one target or null. What its property's type says is about one that was not, which is left out.</summary>
    private static void DescribeRelations(OpenApiSchema schema, EntityDefinition entity, JsonNamingPolicy? naming)
    {
        foreach (var relation in entity.Relations.Values)
        {
            var property = naming?.ConvertName(relation.Property) ?? relation.Property;
            if (schema.Properties is { } properties && (properties.TryGetValue(relation.Name, out var member) || properties.TryGetValue(property, out member)))
            {
                SetNull(member, isAllowed: !relation.TargetsMany);
            }
        }
    }

    private static void SetNull(IOpenApiSchema member, bool isAllowed)
    {
        if (member is not OpenApiSchema schema)
        {
            return;
        }

        if (schema.Metadata?.ContainsKey("x-schema-id") is true)
        {
            // Of what becomes a reference, this is how ASP.NET Core remembers it.
            schema.Metadata.Remove(NullableReference);
            if (isAllowed)
            {
                schema.Metadata.Add(NullableReference, true);
            }
        }
        else if (schema.Type is { } type)
        {
            schema.Type = isAllowed ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
        }
    }

    /// <summary>A property of this strong type, or null where it is none.</summary>
    private PropertyDefinition? StrongType(Type type) => options.Value.Models
        .SelectMany(static model => model.Entities)
        .SelectMany(static entity => entity.Properties)
        .FirstOrDefault(property => property.Type == type && property.ValueType != type);
}
