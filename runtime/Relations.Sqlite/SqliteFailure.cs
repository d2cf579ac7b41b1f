using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Makes of SQLite's result codes the errors of this library, each saying what was wrong and what to do.</summary>
internal static class SqliteFailure
{
    // Extended result codes (sqlite.org/rescode.html).
    private const int StaleSnapshot = 517;
    private const int SharedCache = 262;
    private const int ReadOnlyFolder = 1544;
    private const int ForeignKey = 787;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;
    private const int RowId = 2579;
    private const int Check = 275;
    private const int NotNull = 1299;
    private const int Trigger = 1811;

    private const string Log = "A file in WAL mode can be read only where its -wal and -shm files exist or can be made; one that nobody writes can be read by 'Data Source=file:…?immutable=1'.";

    /// <summary>Whether the lock that was met goes away by waiting. One that a transaction has lost by reading an older state does not.</summary>
    public static bool MayTryAgain(sqlite3 database, int code) => (code & 0xFF) == raw.SQLITE_BUSY && raw.sqlite3_extended_errcode(database) != StaleSnapshot;

    /// <summary>The error that a connection has just met.</summary>
    public static RelationsException Of(sqlite3 database, int code, SqliteSource source)
    {
        var extended = raw.sqlite3_extended_errcode(database);
        var text = raw.sqlite3_errmsg(database).utf8_to_string();
        return Translate(new SqliteException($"SQLite Error {code & 0xFF}: '{text}'.", code & 0xFF, (extended & 0xFF) == (code & 0xFF) ? extended : code), text, source);
    }

    /// <summary>An error that ADO.NET has reported.</summary>
    public static RelationsException Translate(SqliteException problem, SqliteSource source) => Translate(problem, TextOf(problem.Message), source);

    private static RelationsException Translate(SqliteException problem, string text, SqliteSource source) => problem.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => Constraint(problem, text),
        raw.SQLITE_BUSY when problem.SqliteExtendedErrorCode == StaleSnapshot => new DatabaseLockedException(
            $"A transaction that has read an older state of '{source.Name}' cannot write any more, since another connection has changed it meanwhile ({text}). Begin the transaction again, as one that writes.", problem),
        raw.SQLITE_LOCKED when problem.SqliteExtendedErrorCode == SharedCache => new DatabaseLockedException(
            $"A table of '{source.Name}' is in use by another connection with the same cache ({text}), which SQLite does not wait for. End what runs there first, or leave 'Cache=Shared' out of the connection string.", problem),
        raw.SQLITE_LOCKED => new DatabaseLockedException(
            $"A table of '{source.Name}' is in use by a statement on the same connection that has not ended ({text}). Read its rows to the end or dispose of it first.", problem),
        raw.SQLITE_BUSY => new DatabaseLockedException(
            $"The database '{source.Name}' stayed locked by another connection for {source.TimeoutText} ({text}). Look for a transaction that another process or connection leaves open, or set a longer 'Default Timeout' in the connection string.", problem),
        raw.SQLITE_NOTADB => new RelationsException(
            $"'{source.Name}' is not a SQLite database ({text}). It may be another kind of file, or encrypted. Check the connection string.", problem),
        raw.SQLITE_CORRUPT => new RelationsException(
            $"The database '{source.Name}' is damaged ({text}). Restore a copy, or save what can be read with the sqlite3 tool's .recover.", problem),
        raw.SQLITE_READONLY when problem.SqliteExtendedErrorCode == ReadOnlyFolder => new RelationsException(
            $"The folder of '{source.Name}' cannot be written ({text}), where SQLite keeps files of its own beside a database. {Log}", problem),
        raw.SQLITE_READONLY => new RelationsException(
            $"The database '{source.Name}' cannot be written ({text}). Check the file's and its folder's permissions and the connection string's Mode; a query that writes must be run with ExecuteAsync or QueryAsync, and an inclusion whose resolver writes in a transaction.", problem),
        raw.SQLITE_FULL => new RelationsException(
            $"There is no room left to write to '{source.Name}' ({text}). Nothing was written, and SQLite takes back a transaction around it; free space on the disk, then begin again.", problem),
        raw.SQLITE_IOERR => new RelationsException(
            $"Reading or writing '{source.Name}' failed ({text}). Check the disk and that nothing else removes or truncates the file.", problem),
        raw.SQLITE_CANTOPEN when source.IsReadOnly => new RelationsException(
            $"'{source.Name}' cannot be opened to be read ({text}). Check that it exists and may be read, that the process may open more files, and the connection string's Data Source. {Log}", problem),
        raw.SQLITE_CANTOPEN => new RelationsException(
            $"'{source.Name}' cannot be opened ({text}). Check that its folder exists and may be written, that the file was not deleted since the database was first used, that the process may open more files, and the connection string's Data Source and Mode.", problem),
        raw.SQLITE_TOOBIG => new RelationsException($"A value or the statement is longer than SQLite allows ({text}).", problem),
        raw.SQLITE_ERROR when IsAboutSchema(text) => new RelationsException(
            $"The schema of '{source.Name}' lacks what a statement names ({text}). Create its tables with RelationsModel.CreateSchemaAsync, add columns to those that exist (RelationsModel.VerifySchemaAsync names them), or check that the connection string names the right file.", problem),
        raw.SQLITE_ERROR when text.StartsWith("ON CONFLICT clause does not match", StringComparison.Ordinal) => new RelationsException(
            $"The table has no unique index on the columns that tell its rows apart ({text}). Add one (RelationsModel.VerifySchemaAsync names it), or give the model a key of its own.", problem),
        raw.SQLITE_ERROR when IsAboutSize(text) => new RelationsException(
            $"The statement has more values than SQLite takes, or conditions that are nested too deeply ({text}); to compare a column with many values, use In.", problem),
        _ => new RelationsException($"SQLite could not run the statement on '{source.Name}': {text}.", problem),
    };

    private static RelationsException Constraint(SqliteException problem, string text) => problem.SqliteExtendedErrorCode switch
    {
        Unique or PrimaryKey or RowId => new UniqueViolationException($"A row with the same value exists ({text}). Nothing was written; choose another value, or update the row that has it.", problem),
        ForeignKey => new ForeignKeyViolationException($"A row refers to one that does not exist, or is still referred to ({text}). Nothing was written; create the row that is referred to first, or delete those that refer to it.", problem),
        NotNull => new ConstraintException($"A column that must have a value was given none ({text}). Nothing was written; set the property. If the database is to make the value, have the table say how.", problem),
        Check => new ConstraintException($"A value is not allowed by the table's definition, such as a text longer than its greatest length ({text}). Nothing was written; correct the value.", problem),
        Trigger => new ConstraintException($"A trigger refused the change ({text}). Nothing was written.", problem),
        _ => new ConstraintException($"The change violates a constraint ({text}). Nothing was written.", problem),
    };

    private static bool IsAboutSchema(string text) =>
        text.StartsWith("no such table", StringComparison.Ordinal) || text.StartsWith("no such column", StringComparison.Ordinal) || text.Contains("has no column named", StringComparison.Ordinal);

    private static bool IsAboutSize(string text) =>
        text.StartsWith("variable number must be", StringComparison.Ordinal) || text.StartsWith("too many SQL variables", StringComparison.Ordinal)
        || text.StartsWith("Expression tree is too large", StringComparison.Ordinal) || text.StartsWith("parser stack overflow", StringComparison.Ordinal);

    /// <summary>SQLite's own text, which ADO.NET puts in quotes.</summary>
    private static string TextOf(string message)
    {
        var (start, end) = (message.IndexOf('\'', StringComparison.Ordinal), message.LastIndexOf('\''));
        return end > start ? message[(start + 1)..end] : message;
    }
}
