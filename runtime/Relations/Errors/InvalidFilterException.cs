namespace Relations;

/// <summary>A filter is not valid.</summary>
public sealed class InvalidFilterException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public InvalidFilterException(string message, Exception? innerException = null) : base(message, innerException) { }
}
