using System.Text;
using Npgsql;

namespace Relations.PostgreSql;

/// <summary>Makes of Npgsql's errors those of this library, each saying what was wrong and what to do.</summary>
internal static class PostgreSqlFailure
{
    /// <summary>Whether it is an error of the database's.</summary>
    public static bool IsKnown(Exception problem) => problem is NpgsqlException or InvalidCastException or EncoderFallbackException;

    /// <summary>The error that a statement has met.</summary>
    public static Exception Of(Exception problem, CancellationToken cancellationToken) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } when cancellationToken.IsCancellationRequested =>
            new OperationCanceledException("The statement was cancelled.", problem, cancellationToken),
        PostgresException refused => Of(refused),
        NpgsqlException { InnerException: TimeoutException } =>
            new DatabaseLockedException($"PostgreSQL did not answer in time ({problem.Message}). Look for a transaction that is left open, or set a longer 'Timeout' or 'Command Timeout' or a larger 'Maximum Pool Size' in the connection string.", problem),
        NpgsqlException => new RelationsException($"The connection to PostgreSQL failed ({problem.Message}). Check that the server runs, and the connection string.", problem),
        EncoderFallbackException => new RelationsException($"A text has half of a surrogate pair, which UTF-8 cannot express ({problem.Message}). Correct it.", problem),
        _ => new RelationsException($"A column's type does not fit its property ({problem.Message}). Compare the tables with the models by RelationsModel.VerifySchemaAsync.", problem),
    };

    private static RelationsException Of(PostgresException problem)
    {
        var text = problem.ConstraintName is { Length: > 0 } constraint && !problem.MessageText.Contains(constraint, StringComparison.Ordinal)
            ? $"{problem.MessageText}; {constraint}"
            : problem.MessageText;
        // Codes: postgresql.org/docs/current/errcodes-appendix.html.
        return problem.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => new UniqueViolationException($"A row with the same value exists ({text}). Nothing was written; choose another value, or update the row that has it.", problem),
            PostgresErrorCodes.ForeignKeyViolation => new ForeignKeyViolationException($"A row refers to one that does not exist, or is still referred to ({text}). Nothing was written; create the row that is referred to first, or delete those that refer to it.", problem),
            PostgresErrorCodes.NotNullViolation => new ConstraintException($"A column that must have a value was given none ({text}). Nothing was written; set the property.", problem),
            PostgresErrorCodes.CheckViolation => new ConstraintException($"A value is not allowed by the table's definition, such as a text longer than its greatest length ({text}). Nothing was written; correct the value.", problem),
            PostgresErrorCodes.CharacterNotInRepertoire => new ConstraintException($"A text holds the character NUL, which PostgreSQL cannot store ({text}). Nothing was written; remove it.", problem),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new TransactionConflictException(
                $"The transaction met another one that changed the same rows ({text}). Run it again, as Database.TransactAsync does.", problem),
            PostgresErrorCodes.LockNotAvailable => new DatabaseLockedException($"Rows stayed locked by another transaction ({text}). Look for one that is left open, or set a longer lock_timeout.", problem),
            PostgresErrorCodes.InFailedSqlTransaction => new RelationsException($"The transaction has failed: an earlier statement in it did ({text}). Dispose of it and begin a new one.", problem),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName => new RelationsException(
                $"The database's schema lacks what a statement names ({text}). Create it with RelationsModel.CreateSchemaAsync, or check that the connection string names the right database.", problem),
            { } code when code.StartsWith("23", StringComparison.Ordinal) => new ConstraintException($"The change violates a constraint ({text}). Nothing was written.", problem),
            var code => new RelationsException($"PostgreSQL could not run the statement: {text} ({code}).", problem),
        };
    }
}
