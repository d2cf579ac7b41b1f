using Microsoft.AspNetCore.Http;

namespace Relations.AspNetCore;

/// <summary>What is said to a client of an exception.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">What was wrong.</param>
/// <param name="Code">LoopBack's code, or null where it has none.</param>
/// <param name="Details">Each thing that was wrong, where there can be several.</param>
internal sealed record HttpError(int Status, string Message, string? Code, IReadOnlyList<InputProblem> Details)
{
    public const string CodeMember = "code";
    public const string DetailsMember = "details";

    /// <summary>What is said of this exception; null when it is no fault of the client, who is told nothing of it.</summary>
    public static HttpError? Of(Exception exception) => exception switch
    {
        ConstraintException { Problems.Count: > 0 } error => new(StatusCodes.Status422UnprocessableEntity, string.Join(" ", error.Problems), error.Code, error.Problems),
        InvalidFilterException error => Of(StatusCodes.Status400BadRequest, error, error.Problems),
        InvalidInclusionException error => Of(StatusCodes.Status400BadRequest, error, error.Problems),
        EntityNotFoundException error => Of(StatusCodes.Status404NotFound, error),
        NavigationPropertyException error => Of(StatusCodes.Status422UnprocessableEntity, error),
        ConcurrencyException error => Of(StatusCodes.Status409Conflict, error),

        // A database's own words name tables and columns, and its file.
        ConstraintException { InnerException: null } error => Of(StatusCodes.Status422UnprocessableEntity, error),
        ConstraintException => Of(StatusCodes.Status422UnprocessableEntity, "A value is missing, or is not allowed by the database."),
        UniqueViolationException => Of(StatusCodes.Status409Conflict, "Another row has the same key or unique value."),
        ForeignKeyViolationException => Of(StatusCodes.Status409Conflict, "A row that is referred to does not exist, or the row is still referred to."),
        DatabaseLockedException => Of(StatusCodes.Status503ServiceUnavailable, "The database is busy; try again later."),
        BadHttpRequestException error => Of(error.StatusCode, error.Message),
        _ => null,
    };

    private static HttpError Of(int status, RelationsException error, IReadOnlyList<InputProblem>? details = null) => new(status, error.Message, error.Code, details ?? []);

    private static HttpError Of(int status, string message) => new(status, message, Code: null, []);
}
