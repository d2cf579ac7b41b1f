namespace Relations;

/// <summary>Data contradicts the relation or a constraint of the table: nothing was written.</summary>
public class ConstraintException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public ConstraintException(string message, Exception? innerException = null) : base(message, innerException) { }
}
