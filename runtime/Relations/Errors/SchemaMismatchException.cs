namespace Relations;

/// <summary>The database's tables are not those of the models.</summary>
public sealed class SchemaMismatchException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What differs.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public SchemaMismatchException(string message, Exception? innerException = null) : base(message, innerException) { }
}
