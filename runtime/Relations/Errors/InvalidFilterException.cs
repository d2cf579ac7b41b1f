namespace Relations;

/// <summary>A filter is not valid. Found before any statement runs.</summary>
public sealed class InvalidFilterException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public InvalidFilterException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>Makes the error of a filter that came as JSON or in a query string.</summary>
    /// <param name="problems">All that is wrong with it.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public InvalidFilterException(IReadOnlyList<InputProblem> problems, Exception? innerException = null) : base(Text(problems), innerException) => Problems = problems;

    /// <summary>All that is wrong with a filter that came as JSON or in a query string, at most 100; empty for other queries.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];

    /// <inheritdoc/>
    public override string? Code => "INVALID_PARAMETER_VALUE";

    private static string Text(IReadOnlyList<InputProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return "Invalid filter: " + string.Join("; ", problems);
    }
}
