namespace Relations;

/// <summary>A discriminator's value names none of the relation's concrete types.</summary>
public sealed class InvalidPolymorphismException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public InvalidPolymorphismException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <inheritdoc/>
    public override string? Code => "INVALID_POLYMORPHISM";
}
