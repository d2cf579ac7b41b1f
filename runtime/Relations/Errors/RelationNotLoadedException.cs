namespace Relations;

/// <summary>A relation was read that no query has included.</summary>
public sealed class RelationNotLoadedException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public RelationNotLoadedException(string message, Exception? innerException = null) : base(message, innerException) { }
}
