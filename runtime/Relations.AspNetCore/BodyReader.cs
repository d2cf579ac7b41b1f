using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Relations.AspNetCore;

/// <summary>Reads the JSON text of a request, up to a greatest length.</summary>
internal static class BodyReader
{
    private const int FirstLength = 4096;

    /// <summary>The text, still to be parsed.</summary>
    /// <exception cref="BadHttpRequestException">The body is of another type, or too long.</exception>
    public static async ValueTask<ArrayBufferWriter<byte>> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            throw new BadHttpRequestException("Send a body of the type application/json, in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }

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

    public static BadHttpRequestException NoJson(JsonException error) => new($"The body is not valid JSON. {error.Message}", error);

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static BadHttpRequestException TooLong(int maxLength) =>
        new($"The body is longer than {maxLength.ToString(CultureInfo.InvariantCulture)} bytes.", StatusCodes.Status413PayloadTooLarge);
}
