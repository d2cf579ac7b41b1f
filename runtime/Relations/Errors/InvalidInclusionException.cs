namespace Relations;

/// <summary>An include names a relation that is unknown or whose inclusion is disabled. Found before any statement runs.</summary>
public sealed class InvalidInclusionException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public InvalidInclusionException(string message, Exception? innerException = null) : base(message, innerException) { }

    private InvalidInclusionException(string message, IReadOnlyList<InputProblem> problems) : base(message) => Problems = problems;

    /// <summary>What cannot be included, and why, of a filter that came as JSON or in a query string, at most 100; empty for other queries.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];

    /// <summary>LoopBack's text for it.</summary>
    /// <param name="entries">The entries that cannot be included, as JSON.</param>
    /// <param name="problems">What is wrong with each.</param>
    internal static InvalidInclusionException Of(IEnumerable<string> entries, IReadOnlyList<InputProblem> problems) => new($"Invalid \"filter.include\" entries: {string.Join("; ", entries)}", problems);

    /// <inheritdoc/>
    public override string? Code => "INVALID_INCLUSION_FILTER";
}
