using System.Text;
using Npgsql;

namespace Relations.PostgreSql;

/// <summary>Makes of Npgsql's errors those of this library, each saying what was wrong and what to do.</summary>
internal static class PostgreSqlFailure
{
    /// <summary>Whether it is an error of the database's, or a cancelled statement, after which a transaction has failed too.</summary>
    public static bool IsKnown(Exception problem) => IsOfServer(problem) || problem is InvalidCastException or OverflowException or EncoderFallbackException;

    /// <summary>Whether it comes from the server, from the way there, or from waiting for it; else it is of a value.</summary>
    public static bool IsOfServer(Exception problem) => problem is NpgsqlException or OperationCanceledException || IsOfProtocol(problem);

    /// <summary>Npgsql's errors, of no type of its own, that the server's answer is not the expected one, and that a connection broke while a statement was begun; it is lost then.</summary>
    private static bool IsOfProtocol(Exception problem) =>
        (problem.GetType() == typeof(Exception) && problem.Source == nameof(Npgsql)) || problem is ObjectDisposedException { ObjectName: "System.Threading.ManualResetEventSlim" };

    /// <summary>The error that a statement has met.</summary>
    public static Exception Of(Exception problem, CancellationToken cancellationToken) => problem switch
    {
        OperationCanceledException => problem,
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } when cancellationToken.IsCancellationRequested =>
            new OperationCanceledException("The statement was cancelled.", problem, cancellationToken),
        PostgresException refused => Of(refused),
        NpgsqlOperationInProgressException =>
            new RelationsException($"The connection is at work for another command or reader ({problem.Message}). Nothing was sent; a session runs one operation at a time: end the other first.", problem),
        NpgsqlException { InnerException: TimeoutException } =>
            new DatabaseLockedException($"PostgreSQL did not answer in time ({problem.Message}). Look for a transaction that is left open, a missing index, or a statement with very many conditions (In takes any number of values), or set a longer 'Timeout' or 'Command Timeout' or a larger 'Maximum Pool Size' in the connection string.", problem),
        NpgsqlException when problem.Message.Contains("pool has been exhausted", StringComparison.Ordinal) =>
            new DatabaseLockedException($"No connection became free in time ({problem.Message}). Look for transactions and readings that are left open, or set a larger 'Maximum Pool Size' or a longer 'Timeout' in the connection string.", problem),
        _ when problem is NpgsqlException || IsOfProtocol(problem) => new RelationsException($"The connection to PostgreSQL failed ({Reason(problem)}). Whether a statement that was running took effect is not known outside a transaction. Check that the server runs, and the connection string.", problem),
        EncoderFallbackException => new ConstraintException($"A text has half of a surrogate pair, which UTF-8 cannot express ({problem.Message}). Correct it.", problem),
        OverflowException => new RelationsException($"A value in the database is too large or too small for its property ({problem.Message}). Correct the row, or give the property a wider type.", problem),
        _ => new RelationsException($"A column's type does not fit its property ({problem.Message}). Compare the tables with the models by RelationsModel.VerifySchemaAsync.", problem),
    };

    /// <summary>What the network says of it, which Npgsql's own text leaves out.</summary>
    private static string Reason(Exception problem) =>
        problem.InnerException is { } inner && !problem.Message.Contains(inner.Message, StringComparison.Ordinal) ? $"{problem.Message}: {inner.Message}" : problem.Message;

    // Codes: postgresql.org/docs/current/errcodes-appendix.html.
    private static RelationsException Of(PostgresException problem)
    {
        var text = TextOf(problem);
        return problem.SqlState switch
        {
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new TransactionConflictException(
                $"The transaction met another one that changed the same rows ({text}). Run it again, as Database.TransactAsync does.", problem),
            PostgresErrorCodes.FeatureNotSupported when problem.Routine == "RevalidateCachedQuery" => new TransactionConflictException(
                $"A table was changed since a statement on it was prepared ({text}). Run the transaction again; the statement is prepared anew then.", problem),
            PostgresErrorCodes.LockNotAvailable => new DatabaseLockedException($"Rows stayed locked by another transaction ({text}). Look for one that is left open, or set a longer lock_timeout.", problem),
            PostgresErrorCodes.QueryCanceled => new DatabaseLockedException(
                $"PostgreSQL stopped the statement ({text}): it took longer than statement_timeout, or somebody cancelled it. Look for a missing index or a transaction that is left open, or set a longer statement_timeout.", problem),
            PostgresErrorCodes.InFailedSqlTransaction => new RelationsException($"The transaction has failed: an earlier statement in it did ({text}). Dispose of it and begin a new one.", problem),
            PostgresErrorCodes.ReadOnlySqlTransaction => new RelationsException(
                $"The server or the transaction takes no changes ({text}). A statement of your own that writes must be run with ExecuteAsync or QueryAsync, on the primary server.", problem),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName => new RelationsException(
                $"The database's schema lacks what a statement names ({text}). Create its tables with RelationsModel.CreateSchemaAsync, add columns to those that exist (RelationsModel.VerifySchemaAsync names them), or check that the connection string names the right database.", problem),
            PostgresErrorCodes.GroupingError => new RelationsException(
                $"PostgreSQL does not know that a row's key tells all its columns ({text}). The target of a relation through a model needs a primary key in the database, which a view has not: include it, which groups nothing, or make the view a table (a materialized one has no primary key either).", problem),
            PostgresErrorCodes.InvalidColumnReference when text.Contains("ON CONFLICT", StringComparison.Ordinal) => new RelationsException(
                $"The table has no unique index on the columns that tell its rows apart ({text}). Add one (RelationsModel.VerifySchemaAsync names it), or give the model a key of its own.", problem),
            PostgresErrorCodes.UndefinedFunction => new RelationsException(
                $"PostgreSQL has no such function, or no comparison of these types ({text}). A key of a relation must be stored in a type of its property's own kind: see its [Column(TypeName = \"…\")], and compare the tables with the models by RelationsModel.VerifySchemaAsync.", problem),
            "428C9" => new ConstraintException(
                $"A column that always makes its own values was given one ({text}). Nothing was written; leave it out, or have the table say GENERATED BY DEFAULT, as CreateSchemaAsync does.", problem),
            PostgresErrorCodes.InsufficientPrivilege => new RelationsException($"The user may not do this ({text}). Grant the right to the user of the connection string, or connect as another.", problem),
            PostgresErrorCodes.RaiseException => new ConstraintException($"A trigger or function of the database refused it ({text}). Nothing was written.", problem),
            PostgresErrorCodes.InvalidRegularExpression => new InvalidFilterException(
                [new("", $"a regular expression is not valid ({text}). PostgreSQL's own are meant: see its documentation, 'Pattern Matching'")], problem),
            { Length: 5 } code => code[..2] switch
            {
                "22" => OfValue(problem, text),
                "23" => OfConstraint(problem, text),
                "08" or "28" or "3D" or "53" or "57" => OfServer(problem, text),
                _ => new RelationsException($"PostgreSQL could not run the statement: {text} ({code}).", problem),
            },
            var code => new RelationsException($"PostgreSQL could not run the statement: {text} ({code}).", problem),
        };
    }

    private static string TextOf(PostgresException problem)
    {
        var text = problem.MessageText;
        foreach (var name in new[] { problem.ConstraintName, problem.ColumnName })
        {
            text += name is { Length: > 0 } && !text.Contains(name, StringComparison.Ordinal) ? $"; {name}" : "";
        }

        return text;
    }

    /// <summary>Class 22: a value that a column does not take.</summary>
    private static RelationsException OfValue(PostgresException problem, string text) => problem.SqlState switch
    {
        PostgresErrorCodes.StringDataRightTruncation => new ConstraintException($"A text is longer than its column takes ({text}). Nothing was written; shorten it, or give the property a [MaxLength] so that it is told before.", problem),
        PostgresErrorCodes.NumericValueOutOfRange => new ConstraintException($"A number is larger than its column or the computation takes ({text}). Nothing was written; correct the value.", problem),
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => new ConstraintException(
            $"A text has a character that PostgreSQL does not store, such as NUL ({text}). Nothing was written; leave it out, or store bytes.", problem),
        PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.InvalidDatetimeFormat or PostgresErrorCodes.DatetimeFieldOverflow => new ConstraintException(
            $"A value has not the form that its column's type asks for ({text}). Nothing was written; correct the value.", problem),
        var code => new RelationsException($"PostgreSQL could not work with a value: {text} ({code}).", problem),
    };

    private static RelationsException OfConstraint(PostgresException problem, string text) => problem.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new UniqueViolationException($"A row with the same value exists ({text}). Nothing was written; choose another value, or update the row that has it.", problem) { ConstraintName = problem.ConstraintName },
        PostgresErrorCodes.ForeignKeyViolation => new ForeignKeyViolationException($"A row refers to one that does not exist, or is still referred to ({text}). Nothing was written; create the row that is referred to first, or delete those that refer to it.", problem) { ConstraintName = problem.ConstraintName },
        PostgresErrorCodes.NotNullViolation => new ConstraintException($"A column that must have a value was given none ({text}). Nothing was written; set the property. If the database is to make the value, have the table say how.", problem),
        PostgresErrorCodes.CheckViolation => new ConstraintException($"A value is not allowed by the table's definition, such as a text longer than its greatest length ({text}). Nothing was written; correct the value.", problem),
        _ => new ConstraintException($"The change violates a constraint ({text}). Nothing was written.", problem),
    };

    /// <summary>Classes 08, 28, 3D, 53 and 57: the server takes no connection, or ends it.</summary>
    private static RelationsException OfServer(PostgresException problem, string text) => problem.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new RelationsException(
            $"PostgreSQL refused the user ({text}). Check 'Username' and 'Password' in the connection string, and the server's pg_hba.conf.", problem),
        PostgresErrorCodes.InvalidCatalogName => new RelationsException($"There is no such database ({text}). Create it, or check 'Database' in the connection string.", problem),
        PostgresErrorCodes.TooManyConnections => new RelationsException(
            $"PostgreSQL takes no more connections ({text}). Set a smaller 'Maximum Pool Size', share one PostgreSqlDatabase, or let the server take more (max_connections).", problem),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.IdleSessionTimeout => new RelationsException(
            $"PostgreSQL ended the connection ({text}). A transaction that was open is rolled back; whether another statement took effect is not known. Try again on a new connection.", problem),
        PostgresErrorCodes.CannotConnectNow => new RelationsException($"PostgreSQL is starting or stopping ({text}). Try again in a moment.", problem),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new RelationsException($"The server has no room left ({text}). Nothing was written; free some, then try again.", problem),
        var code => new RelationsException($"PostgreSQL could not serve the connection: {text} ({code}).", problem),
    };
}
