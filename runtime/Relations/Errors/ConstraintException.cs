namespace Relations;

/// <summary>Data contradicts the relation or a constraint of the table: nothing was written.</summary>
public class ConstraintException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public ConstraintException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>Makes the error of properties.</summary>
    internal ConstraintException(string message, IReadOnlyList<InputProblem> problems) : base(message) => Problems = problems;

    /// <summary>What is wrong with which property, as a client is told who sent it; empty where it is nothing about a property.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];

    /// <inheritdoc/>
    public override string? Code => Problems.Count > 0 ? "VALIDATION_FAILED" : null;
}
