using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Relations.AspNetCore;

/// <summary>Answers the errors of Relations and those of binding with their status; all others are left to the next handler.</summary>
internal sealed class RelationsExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (HttpError.Of(exception) is not { } error)
        {
            return new(false);
        }

        httpContext.Response.StatusCode = error.Status;
        var context = new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = { Status = error.Status, Detail = error.Message } };
        if (error.Code is not null)
        {
            context.ProblemDetails.Extensions[HttpError.CodeMember] = error.Code;
        }

        if (error.Details.Count > 0)
        {
            context.ProblemDetails.Extensions[HttpError.DetailsMember] = Json(error.Details);
        }

        return problems.TryWriteAsync(context);
    }

    // As an element, any writer can write it without knowing its type.
    private static JsonElement Json(IReadOnlyList<InputProblem> details)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var detail in details)
            {
                writer.WriteStartObject();
                writer.WriteString("path", detail.Path);
                writer.WriteString("message", detail.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
