namespace Relations;

/// <summary>One thing that is wrong with a filter.</summary>
/// <param name="Path">Where, as a JSON pointer (RFC 6901) into the filter, such as <c>/where/age/gt</c>; empty for the whole filter.</param>
/// <param name="Message">What was wrong, such as <c>expected an integer, got "abc"</c>.</param>
public sealed record FilterProblem(string Path, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
