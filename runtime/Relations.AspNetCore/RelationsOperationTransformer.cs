using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>Describes the parameters that are bound by this library's own types.</summary>
internal sealed class RelationsOperationTransformer(IOptions<RelationsHttpOptions> options) : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<IParameterBindingMetadata>())
        {
            if (parameter.ParameterInfo.ParameterType is { IsConstructedGenericType: true } type)
            {
                Describe(operation, type.GetGenericTypeDefinition(), type.GenericTypeArguments, isReplacement: HttpMethods.IsPut(context.Description.HttpMethod ?? ""));
            }
        }

        return Task.CompletedTask;
    }

    private void Describe(OpenApiOperation operation, Type type, Type[] arguments, bool isReplacement)
    {
        if (type == typeof(FilterQuery<>) && Entity(arguments[0]) is { } entity)
        {
            AddParameter(operation, "filter", $"What is wanted of {entity.Name}: LoopBack's filter, as JSON or in brackets such as filter[limit]=10.", OpenApiSchemas.Filter(entity, options.Value.FilterLimits));
        }
        else if (type == typeof(WhereQuery<>) && Entity(arguments[0]) is { } target)
        {
            AddParameter(operation, "where", $"Conditions on {target.Name}, as JSON or in brackets such as where[name]=Luigi. Without any, all are meant.", OpenApiSchemas.Where(target));
        }
        else if (type == typeof(Body<>) && Body(arguments[0]) is { } body)
        {
            SetBody(operation, OpenApiSchemas.Body(isReplacement ? body.Replacement : body));
        }
        else if (type == typeof(NewTarget<,>) && Body(arguments[0]) is { } newTarget && Body(arguments[1]) is { } throughData)
        {
            SetBody(operation, OpenApiSchemas.Body(newTarget, throughData));
        }
    }

    private EntityDefinition? Entity(Type type) => options.Value.Models.Select(model => model.Entity(type)).FirstOrDefault(static entity => entity is not null) ?? Several(type);

    /// <summary>What a polymorphic relation leads to.</summary>
    private EntityDefinition? Several(Type type) => options.Value.Models
        .SelectMany(static model => model.Entities)
        .SelectMany(static entity => entity.Relations.Values)
        .Select(static relation => relation.Target)
        .FirstOrDefault(target => target.Type == type);

    private BodyDefinition? Body(Type type) => options.Value.Models.Select(model => model.Body(type)).FirstOrDefault(static body => body is not null);

    private static void AddParameter(OpenApiOperation operation, string name, string description, OpenApiSchema schema)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Json] = new() { Schema = schema } },
        });
    }

    private static void SetBody(OpenApiOperation operation, OpenApiSchema schema) =>
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Json] = new() { Schema = schema } },
        };
}
