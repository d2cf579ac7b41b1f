namespace Relations;

/// <summary>One thing that is wrong with a filter or with data from outside.</summary>
/// <param name="Path">Where, as a JSON pointer (RFC 6901) such as <c>/where/age/gt</c> or <c>/birthYear</c>; empty for the whole.</param>
/// <param name="Message">What was wrong, such as <c>expected an integer, got "abc"</c>.</param>
public sealed record InputProblem(string Path, string Message)
{
    /// <summary>The path of a member.</summary>
    internal static string PathOf(string parent, string member) => $"{parent}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Path and message.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
