namespace Relations.AspNetCore;

/// <summary>What errors look like over HTTP.</summary>
public enum ErrorFormat
{
    /// <summary><c>{"error":{"statusCode","name","message","code","details":[{"path","message"}]}}</c>, or problem details where the client accepts <c>application/problem+json</c>.</summary>
    LoopBack,

    /// <summary><c>application/problem+json</c> (RFC 9457), with the members <c>code</c> and <c>details</c>.</summary>
    ProblemDetails,
}
