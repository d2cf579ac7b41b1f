namespace Relations;

/// <summary>The database stayed locked by another connection for longer than the timeout.</summary>
public class DatabaseLockedException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public DatabaseLockedException(string message, Exception? innerException = null) : base(message, innerException) { }
}
