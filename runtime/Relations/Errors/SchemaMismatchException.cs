namespace Relations;

/// <summary>The database's tables are not those of the models.</summary>
public sealed class SchemaMismatchException : RelationsException
{
    /// <summary>Makes the error of what was found.</summary>
    /// <param name="differences">What differs, one by one, in words.</param>
    public SchemaMismatchException(IReadOnlyList<string> differences)
        : base($"The database's tables are not those of the models:\n{string.Join('\n', differences ?? throw new ArgumentNullException(nameof(differences)))}") => Differences = differences;

    /// <summary>Makes the error.</summary>
    /// <param name="message">What differs.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public SchemaMismatchException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>What differs, one by one, in words.</summary>
    public IReadOnlyList<string> Differences { get; } = [];
}
