namespace Relations;

/// <summary>The base of every error that this library reports about data and models. Misuse of a method is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> as usual.</summary>
public class RelationsException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public RelationsException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>LoopBack's code for this error, such as <c>ENTITY_NOT_FOUND</c>, or null where it has none.</summary>
    public virtual string? Code => null;
}
