using Microsoft.AspNetCore.OpenApi;

namespace Relations.AspNetCore;

/// <summary>Adds to an OpenAPI document what it cannot see by itself.</summary>
public static class RelationsOpenApiOptionsExtensions
{
    /// <summary>Describes strong types as the values inside them, the parameters <see cref="FilterQuery{TEntity}"/> and <see cref="WhereQuery{TEntity}"/>, and the bodies <see cref="Body{T}"/> and <see cref="NewTarget{TTarget, TThroughData}"/>.</summary>
    public static OpenApiOptions AddRelations(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddOperationTransformer<RelationsOperationTransformer>().AddSchemaTransformer<RelationsSchemaTransformer>();
    }
}
