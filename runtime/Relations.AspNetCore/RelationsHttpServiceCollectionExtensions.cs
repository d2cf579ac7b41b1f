using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>Adds what Relations needs over HTTP.</summary>
public static class RelationsHttpServiceCollectionExtensions
{
    /// <summary>
    /// Lets entities be answers, <see cref="Body{T}"/> be a parameter, and errors be answered with their status; errors need <c>app.UseExceptionHandler()</c>,
    /// and for those without a body <c>app.UseStatusCodePages()</c>. Can be called for several models.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="model">The entities of a project: <c>RelationsModel.Definition</c>.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static IServiceCollection AddRelations(this IServiceCollection services, ModelDefinition model, Action<RelationsHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(model);
        services.Configure<RelationsHttpOptions>(options =>
        {
            options.Models.Add(model);
            configure?.Invoke(options);
        });

        // After the program's own contracts, which it changes.
        services.PostConfigure<JsonOptions>(options =>
        {
            var json = options.SerializerOptions;
            json.Converters.Add(RelationsJson.StrongTypes(model));
            json.TypeInfoResolver = json.TypeInfoResolver?.WithAddedModifier(RelationsJson.OmitUnloaded(model)).WithAddedModifier(RelationsJson.NameTypes(model));
        });

        // What cannot be bound is an error like any other.
        services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        AddErrors(services);
        return services;
    }

    private static void AddErrors(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionHandler, RelationsExceptionHandler>());

        // The first writer that can write does.
        var writer = ServiceDescriptor.Singleton<IProblemDetailsWriter, ErrorEnvelopeWriter>();
        if (!services.Any(service => service.ImplementationType == writer.ImplementationType))
        {
            services.Insert(0, writer);
        }

        services.AddProblemDetails();
    }
}
