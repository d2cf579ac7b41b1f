namespace Relations;

/// <summary>Data contradicts the relation or a constraint of the table: nothing was written.</summary>
public class ConstraintException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public ConstraintException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>Makes the error with what a client is told of it.</summary>
    internal ConstraintException(string message, IReadOnlyList<InputProblem> problems) : base(message) => Problems = problems;

    /// <summary>Makes the error that the provider found, with what a client is told of it.</summary>
    internal ConstraintException(string message, Exception? innerException, IReadOnlyList<InputProblem> problems) : base(message, innerException) => Problems = problems;

    /// <summary>What is wrong, in words for a client who sent it, each with the path of its property, or an empty one where it is the row as a whole. Empty where the message is all that is known.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];

    /// <inheritdoc/>
    public override string? Code => Problems.Count > 0 ? "VALIDATION_FAILED" : null;
}
