using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Relations.AspNetCore;

/// <summary>
/// The body of a request, read by what the model says: unknown properties, wrong types, keys that the database makes or that cannot be changed, and relations
/// are answered with 422 and named all together; nothing is bound that a client may not set. In a <c>PUT</c>, which replaces a row, the values that the database generates may be given; <c>ReplaceByIdAsync</c> compares the key.
/// </summary>
/// <typeparam name="T">An entity, a patch or through data.</typeparam>
#pragma warning disable ASP0029 // The attribute may still change; without it, the validation of ASP.NET Core reads relations that are not loaded, and fails.
[SkipValidation]
#pragma warning restore ASP0029
public sealed class Body<T> where T : class
{
    private Body(T value) => Value = value;

    /// <summary>What the body says.</summary>
    public T Value { get; }

    /// <summary>What the body says.</summary>
    public static implicit operator T(Body<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Value;
    }

    /// <summary>Reads the body; minimal APIs call it for a parameter of this type.</summary>
    /// <exception cref="InvalidBodyException">The body does not fit.</exception>
    /// <exception cref="BadHttpRequestException">The body is no JSON, or too long.</exception>
    /// <exception cref="InvalidOperationException">The type belongs to no model that was added.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.RequestServices.GetRequiredService<IOptions<RelationsHttpOptions>>().Value;
        var model = options.ModelOf(typeof(T));
        var json = await BodyReader.ReadAsync(context.Request, options.MaxBodyLength, context.RequestAborted).ConfigureAwait(false);
        try
        {
            return new(HttpMethods.IsPut(context.Request.Method) ? RelationsJson.ReadReplacement<T>(model, json.WrittenSpan) : RelationsJson.Read<T>(model, json.WrittenSpan));
        }
        catch (JsonException error)
        {
            throw BodyReader.NoJson(error);
        }
    }
}
