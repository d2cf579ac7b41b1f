using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>Describes strong types as the values inside them, which is how they are written.</summary>
internal sealed class RelationsSchemaTransformer(IOptions<RelationsHttpOptions> options) : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Whether null is allowed is said where the type is used.
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (StrongType(type) is { } property)
        {
            var value = await context.GetOrCreateSchemaAsync(property.ValueType, cancellationToken: cancellationToken).ConfigureAwait(false);
            schema.Type = value.Type;
            schema.Format = value.Format;
            schema.Pattern = value.Pattern;
            schema.Enum = value.Enum;
        }
    }

    /// <summary>A property of this strong type, or null where it is none.</summary>
    private PropertyDefinition? StrongType(Type type) => options.Value.Models
        .SelectMany(static model => model.Entities)
        .SelectMany(static entity => entity.Properties)
        .FirstOrDefault(property => property.Type == type && property.ValueType != type);
}
