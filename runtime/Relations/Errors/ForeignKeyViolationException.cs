namespace Relations;

/// <summary>A row refers to one that does not exist, or is still referred to: nothing was written.</summary>
public sealed class ForeignKeyViolationException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public ForeignKeyViolationException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>The name of the constraint, where the database tells it: PostgreSQL does.</summary>
    public string? ConstraintName { get; init; }
}
