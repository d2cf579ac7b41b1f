namespace Relations;

/// <summary>
/// The transaction met another one that changed or locked the same rows, and the database took it back: a deadlock, or a serialization failure.
/// Run it again; <see cref="Database.TransactAsync(Func{Transaction, ValueTask}, int, System.Data.IsolationLevel, CancellationToken)"/> does.
/// </summary>
public sealed class TransactionConflictException : DatabaseLockedException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong and what to do.</param>
    /// <param name="innerException">The provider's own exception, if it found the problem.</param>
    public TransactionConflictException(string message, Exception? innerException = null) : base(message, innerException) { }
}
