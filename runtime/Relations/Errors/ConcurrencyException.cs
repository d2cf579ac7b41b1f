namespace Relations;

/// <summary>The row was changed by somebody else since it was read: nothing was written.</summary>
public sealed class ConcurrencyException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public ConcurrencyException(string message, Exception? innerException = null) : base(message, innerException) { }
}
