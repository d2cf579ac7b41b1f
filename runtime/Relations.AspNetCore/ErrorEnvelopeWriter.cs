using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Relations.AspNetCore;

/// <summary>Writes every error of the program as LoopBack's <c>{"error":{…}}</c>, unless the client accepts problem details.</summary>
internal sealed class ErrorEnvelopeWriter(IOptions<RelationsHttpOptions> options) : IProblemDetailsWriter
{
    private const string ProblemJson = "application/problem+json";
    private const int ShownCharacters = 100;

    public bool CanWrite(ProblemDetailsContext context) =>
        options.Value.ErrorFormat == ErrorFormat.LoopBack &&
        !context.HttpContext.Request.GetTypedHeaders().Accept.Any(static type => type.Quality != 0 && type.MediaType.Equals(ProblemJson, StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        var writer = new Utf8JsonWriter(response.BodyWriter);
        await using (writer.ConfigureAwait(false))
        {
            Write(writer, context);
        }
    }

    private static void Write(Utf8JsonWriter writer, ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteNumber("statusCode", status);
        writer.WriteString("name", NameOf(status));
        writer.WriteString("message", problem.Detail ?? MessageOf(status, context.HttpContext));
        if (problem.Extensions.TryGetValue(HttpError.CodeMember, out var code) && code is string text)
        {
            writer.WriteString(HttpError.CodeMember, text);
        }

        if (problem.Extensions.TryGetValue(HttpError.DetailsMember, out var details) && details is JsonElement list)
        {
            writer.WritePropertyName(HttpError.DetailsMember);
            list.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The name of LoopBack's error for a status: <c>UnprocessableEntityError</c>.</summary>
    private static string NameOf(int status)
    {
        var name = ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return name.EndsWith("Error", StringComparison.Ordinal) ? name : name + "Error";
    }

    private static string MessageOf(int status, HttpContext context)
    {
        if (status != StatusCodes.Status404NotFound || context.GetEndpoint() is not null)
        {
            return ReasonPhrases.GetReasonPhrase(status); // where there is an endpoint, it says itself that there is nothing
        }

        var request = context.Request;
        var path = request.PathBase.Add(request.Path).Value ?? "";
        return $"Endpoint \"{request.Method} {(path.Length > ShownCharacters ? path[..ShownCharacters] + "…" : path)}\" not found.";
    }
}
