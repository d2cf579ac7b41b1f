using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Sqlite;

/// <summary>
/// A SQLite database. It keeps its connections open, one that writes and several that read, so that reading and writing do not wait
/// for each other (WAL mode); make one object for a file and share it.
/// </summary>
/// <remarks>
/// A database in memory has a single connection, and lives as long as this object. The connection string is that of Microsoft.Data.Sqlite;
/// its <c>Default Timeout</c> (30 seconds unless given) is how long an operation waits for a lock.
/// </remarks>
public sealed class SqliteDatabase : Database
{
    // Opened only when so many read at once: a reading that is looped over keeps its connection while the loop's body reads in turn.
    internal const int MostReaders = 64;

    private readonly SqliteSource source;
    private readonly ConnectionPlaces writer;
    private readonly ConnectionPlaces readers;
    private readonly ConditionalWeakTable<SqliteConnection, NativeConnection> attached = [];
    private readonly bool usesFunctionPointers = true;
    private bool hasOpened;
    private bool isDisposed;

    /// <summary>Names the database; it is opened when it is first used.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=clinic.db</c> or <c>Data Source=:memory:</c>; a file name or <c>:memory:</c> alone will do, unless it has an equals sign.</param>
    /// <exception cref="ArgumentException">It is not a connection string.</exception>
    public SqliteDatabase(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ConnectionString = connectionString;
        source = SourceOf(connectionString);
        writer = new ConnectionPlaces(source.IsPrivate ? source.Name : source.Name + " (writer)", 1, source.Timeout, () => Open(mayWrite: true),
            $"Another transaction of this database object has been open on '{source.Name}' for more than {source.TimeoutText}. Code inside a transaction must use it: repository.In(transaction). "
            + "If it does, look for a transaction that is never disposed of, or set a longer 'Default Timeout' in the connection string.");
        readers = source.IsPrivate
            ? writer
            : new ConnectionPlaces(source.Name + " (readers)", MostReaders, source.Timeout, () => Open(mayWrite: false),
                $"All connections that read '{source.Name}' have been in use for more than {source.TimeoutText}. Dispose of readings that were ended half-way (await foreach does), or set a longer 'Default Timeout' in the connection string.");
        ConnectionMetrics.Watch(writer);
        ConnectionMetrics.Watch(readers);
    }

    /// <summary>The connection string.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public override SqlDialect Dialect => SqliteDialect.Instance;

    /// <inheritdoc/>
    protected override bool HasManyConnections => !source.IsPrivate;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It is not an open connection of Microsoft.Data.Sqlite, or the transaction is not open on it.</exception>
    public override Session Attach(DbConnection connection, DbTransaction? transaction = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (connection is not SqliteConnection { Handle: { } handle } open)
        {
            throw new ArgumentException(
                connection is SqliteConnection
                    ? "The connection is closed. Open it first, and keep it open as long as the session is used."
                    : $"The connection is a {connection.GetType()}. A SqliteDatabase can be attached to a Microsoft.Data.Sqlite.SqliteConnection only.",
                nameof(connection));
        }

        if (transaction is not null && transaction.Connection != connection)
        {
            throw new ArgumentException("The transaction is not open on this connection: it belongs to another, or has ended.", nameof(transaction));
        }

        lock (attached)
        {
            if (!attached.TryGetValue(open, out var native))
            {
                SqliteFunctions.Register(handle);
                native = new NativeConnection(this, new SqliteSource(open.ConnectionString), open, isOwn: false);
                attached.Add(open, native);
                // SQLite keeps a closed connection half alive as long as it has statements.
                open.StateChange += Detach;
            }

            return new ConnectionSession(native, Dialect, transaction);
        }
    }

    /// <summary>Closes the connections. One that is in use is closed when its operation ends.</summary>
    public override ValueTask DisposeAsync()
    {
        isDisposed = true;
        // The last connection to close carries the WAL over into the file; mostly that is the writer.
        readers.Close();
        writer.Close();
        return default;
    }

    /// <inheritdoc/>
    protected override ValueTask<Connection> RentConnectionAsync(Access access, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var isWriting = (access & Access.Write) != 0;
        if (!isWriting && !hasOpened)
        {
            return OpenAndTakeReaderAsync(cancellationToken);
        }

        var taking = (isWriting ? writer : readers).TakeAsync(cancellationToken);
        return taking.IsCompletedSuccessfully ? new(taking.Result) : Wait(taking);

        static async ValueTask<Connection> Wait(ValueTask<NativeConnection> taking) => await taking.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void ReturnConnection(Connection connection)
    {
        var native = (NativeConnection)connection;
        (native.MayWrite ? writer : readers).Return(native);
    }

    /// <summary>Whether SQLite's functions are called by their addresses; tests run both ways. Ask only when a connection is open.</summary>
    internal bool UsesFunctionPointers
    {
        get => usesFunctionPointers && SqliteLibrary.IsUsable;
        init => usesFunctionPointers = value;
    }

    /// <summary>Tells about a statement that is about to run.</summary>
    internal void Announce(ReadOnlySpan<char> sql, StatementKind kind) => OnStatementExecuting(sql, kind);

    private static SqliteSource SourceOf(string connectionString)
    {
        var named = new SqliteConnectionStringBuilder { DataSource = connectionString }.ToString();
        try
        {
            return new(connectionString.Contains('=', StringComparison.Ordinal) ? connectionString : named);
        }
        catch (ArgumentException problem) when (!connectionString.Contains(';', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{problem.Message} If it is the name of a file, write {named}", nameof(connectionString), problem);
        }
    }

    /// <summary>The writer comes first, also where the first operation reads: it makes the file, and sets the journal mode for all.</summary>
    private async ValueTask<Connection> OpenAndTakeReaderAsync(CancellationToken cancellationToken)
    {
        if (readers != writer && !source.IsReadOnly)
        {
            writer.Return(await writer.TakeAsync(cancellationToken).ConfigureAwait(false));
        }

        hasOpened = true;
        return await readers.TakeAsync(cancellationToken).ConfigureAwait(false);
    }

    private NativeConnection Open(bool mayWrite)
    {
        var connection = new NativeConnection(this, source, source.Open(mayWrite), isOwn: true) { MayWrite = mayWrite };
        hasOpened |= mayWrite;
        return connection;
    }

    private void Detach(object sender, System.Data.StateChangeEventArgs change)
    {
        if (change.CurrentState != System.Data.ConnectionState.Closed)
        {
            return;
        }

        var closed = (SqliteConnection)sender;
        closed.StateChange -= Detach;
        lock (attached)
        {
            if (attached.TryGetValue(closed, out var native))
            {
                attached.Remove(closed);
                native.Close();
            }
        }
    }
}
