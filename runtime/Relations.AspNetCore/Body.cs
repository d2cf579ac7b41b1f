using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Relations.AspNetCore;

/// <summary>
/// The body of a request, read by what the model says: unknown properties, wrong types, keys that the database makes or that cannot be changed, and relations
/// are answered with 422 and named all together; nothing is bound that a client may not set.
/// </summary>
/// <typeparam name="T">An entity, a patch or through data.</typeparam>
public sealed class Body<T> where T : class
{
    private const int FirstLength = 4096;

    private Body(T value) => Value = value;

    /// <summary>What the body said.</summary>
    public T Value { get; }

    /// <summary>What the body said.</summary>
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
        RequireJson(context.Request);
        var json = await ReadAsync(context.Request, options.MaxBodyLength, context.RequestAborted).ConfigureAwait(false);
        try
        {
            return new(RelationsJson.Read<T>(model, json.WrittenSpan));
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException($"The body is not valid JSON. {error.Message}", error);
        }
    }

    private static void RequireJson(HttpRequest request)
    {
        if (!request.HasJsonContentType() || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadHttpRequestException("Send a body of the type application/json, in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async ValueTask<ArrayBufferWriter<byte>> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxLength)
        {
            throw TooLong(maxLength);
        }

        var buffer = new ArrayBufferWriter<byte>(FirstLength);
        int read;
        while ((read = await request.Body.ReadAsync(buffer.GetMemory(FirstLength), cancellationToken).ConfigureAwait(false)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > maxLength)
            {
                throw TooLong(maxLength);
            }
        }

        return buffer;
    }

    private static BadHttpRequestException TooLong(int maxLength) =>
        new($"The body is longer than {maxLength.ToString(CultureInfo.InvariantCulture)} bytes.", StatusCodes.Status413PayloadTooLarge);
}
