namespace Relations;

/// <summary>No row has the key that was asked for.</summary>
public sealed class EntityNotFoundException : RelationsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public EntityNotFoundException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <inheritdoc/>
    public override string? Code => "ENTITY_NOT_FOUND";
}
