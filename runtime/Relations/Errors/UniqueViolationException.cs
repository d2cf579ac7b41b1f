namespace Relations;

/// <summary>A row with the same unique value exists: nothing was written.</summary>
public sealed class UniqueViolationException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public UniqueViolationException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>The name of the constraint, where the database tells it: PostgreSQL does, SQLite names columns in the message.</summary>
    public string? ConstraintName { get; init; }
}
