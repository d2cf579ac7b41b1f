using System.Data;
using System.Data.Common;
using Npgsql;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql;

/// <summary>A PostgreSQL database. Its connections are those of an <see cref="NpgsqlDataSource"/>; make one object for a database and share it.</summary>
public sealed class PostgreSqlDatabase : Database
{
    private readonly NpgsqlDataSource source;
    private readonly Replica[] replicas = [];
    private readonly bool isOwn;
    private int turn;

    /// <summary>Takes its connections from a data source.</summary>
    /// <param name="dataSource">The data source; it is not disposed of with the database.</param>
    public PostgreSqlDatabase(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        source = dataSource;
        IsMultiplexing = Multiplexes(source);
    }

    /// <summary>Names the database; it is connected to when it is first used.</summary>
    /// <param name="connectionString">
    /// A connection string of Npgsql's, such as <c>Host=localhost;Database=clinic;Username=clinic</c>. Unless it says otherwise, a connection keeps the
    /// statements prepared that it ran twice (<c>Max Auto Prepare</c>, 0 for none, as with <c>Multiplexing</c>), and is not reset between two operations (<c>No Reset On Close</c>).
    /// </param>
    /// <exception cref="ArgumentException">It is not a connection string.</exception>
    public PostgreSqlDatabase(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        source = NpgsqlDataSource.Create(WithDefaults(connectionString));
        IsMultiplexing = Multiplexes(source);
        isOwn = true;
    }

    /// <summary>Whether operations share the connections on which they run, of the primary or of a replica.</summary>
    internal bool IsMultiplexing { get; }

    /// <summary>
    /// Takes connections from data sources of a primary server and of replicas, which copy it and lag a little behind. What only reads, outside transactions, runs on the replicas in turn:
    /// finds, inclusions, counts. Everything else runs on the primary: what writes, transactions, and SQL of your own. What must see all that was written reads in a transaction or in <see cref="Session.Primary"/>.
    /// </summary>
    /// <param name="primary">The server that is written to.</param>
    /// <param name="replicas">The servers that are read from. One that cannot be reached is passed over until it answers again; where none can, the primary serves.</param>
    public PostgreSqlDatabase(NpgsqlDataSource primary, IEnumerable<NpgsqlDataSource> replicas) : this(primary)
    {
        ArgumentNullException.ThrowIfNull(replicas);
        this.replicas = [.. replicas.Select(static replica => new Replica(replica ?? throw new ArgumentException("A replica is null.", nameof(replicas))))];
        IsMultiplexing |= Array.Exists(this.replicas, static replica => replica.IsShared);
    }

    /// <summary>Names a primary server and replicas, which are connected to when they are first used.</summary>
    /// <param name="primary">The connection string of the server that is written to.</param>
    /// <param name="replicas">Those of the servers that are read from; their <c>Timeout</c> is how long a reading waits that is the first to find one gone.</param>
    /// <exception cref="ArgumentException">One is not a connection string.</exception>
    /// <inheritdoc cref="PostgreSqlDatabase(NpgsqlDataSource, IEnumerable{NpgsqlDataSource})" path="/summary"/>
    public PostgreSqlDatabase(string primary, IEnumerable<string> replicas) : this(primary)
    {
        ArgumentNullException.ThrowIfNull(replicas);
        this.replicas = [.. replicas.Select(static replica => new Replica(NpgsqlDataSource.Create(WithDefaults(replica))))];
        IsMultiplexing |= Array.Exists(this.replicas, static replica => replica.IsShared);
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => PostgreSqlDialect.Instance;

    /// <inheritdoc/>
    protected override bool HasManyConnections => true;

    /// <inheritdoc/>
    protected override bool HasReplicas => replicas.Length > 0;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It is not an open connection of Npgsql's, or the transaction is not open on it.</exception>
    public override Session Attach(DbConnection connection, DbTransaction? transaction = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection is not NpgsqlConnection { State: not (ConnectionState.Closed or ConnectionState.Broken) } open)
        {
            throw new ArgumentException(
                connection is NpgsqlConnection
                    ? "The connection is closed. Open it first, and keep it open as long as the session is used."
                    : $"The connection is a {connection.GetType()}. A PostgreSqlDatabase can be attached to an Npgsql.NpgsqlConnection only.",
                nameof(connection));
        }

        if (transaction is not null && transaction.Connection != connection)
        {
            throw new ArgumentException("The transaction is not open on this connection: it belongs to another, or has ended.", nameof(transaction));
        }

        return new ConnectionSession(new PostgreSqlConnection(this, open, (NpgsqlTransaction?)transaction), Dialect, transaction);
    }

    /// <summary>Closes the connections, unless they are those of a data source that was given.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (!isOwn)
        {
            return;
        }

        foreach (var replica in replicas)
        {
            await replica.Source.DisposeAsync().ConfigureAwait(false);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override ValueTask<Connection> RentConnectionAsync(Access access, CancellationToken cancellationToken) =>
        HasReplicas && (access & Access.Write) == 0 ? RentForReadingAsync(cancellationToken) : RentOfPrimaryAsync(cancellationToken);

    private async ValueTask<Connection> RentForReadingAsync(CancellationToken cancellationToken) =>
        await RentOfReplicaAsync(cancellationToken).ConfigureAwait(false) ?? await RentOfPrimaryAsync(cancellationToken).ConfigureAwait(false);

    private async ValueTask<Connection> RentOfPrimaryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new PostgreSqlConnection(this, await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw PostgreSqlFailure.Of(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void ReturnConnection(Connection connection) => ((PostgreSqlConnection)connection).Close();

    /// <inheritdoc/>
    protected override bool MayRunOnPrimary(Connection connection, RelationsException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (connection is not PostgreSqlConnection { Replica: { } replica } rented)
        {
            return false;
        }

        if (!rented.IsOpen || IsGone(replica, problem.InnerException))
        {
            replica.PassOver();
            return true;
        }

        return problem.InnerException is not NpgsqlException { InnerException: TimeoutException }; // it would take as long on the primary
    }

    /// <summary>
    /// Whether an error tells that the server is gone, or about to. A shared connection is open whether it is or not, and connects when a statement is sent: then no timeout tells whether the server
    /// or the statement took so long.
    /// </summary>
    private static bool IsGone(Replica replica, Exception? problem) => problem switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        NpgsqlException { InnerException: TimeoutException } => replica.IsShared,
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>A connection to the next replica that can be reached, or null where none can.</summary>
    private async ValueTask<Connection?> RentOfReplicaAsync(CancellationToken cancellationToken)
    {
        var first = replicas.Length > 1 ? (uint)Interlocked.Increment(ref turn) : 0;
        for (uint place = 0; place < replicas.Length; place++)
        {
            var replica = replicas[(first + place) % replicas.Length];
            if (!replica.IsUp)
            {
                continue;
            }

            try
            {
                return new PostgreSqlConnection(this, await replica.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false)) { Replica = replica };
            }
            catch (NpgsqlException)
            {
                replica.PassOver();
            }
        }

        return null;
    }

    /// <summary>Whether the operations on a data source's connections share them.</summary>
    internal static bool Multiplexes(NpgsqlDataSource source) => new NpgsqlConnectionStringBuilder(source.ConnectionString).Multiplexing;

    /// <summary>
    /// Sets what the connection string leaves open: statements are few and their texts constant, and no operation leaves anything behind in its session. A shared connection cannot forget
    /// a statement that failed while it was prepared (<see cref="HalfPrepared"/>), so that none is prepared on it.
    /// </summary>
    private static NpgsqlConnectionStringBuilder WithDefaults(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : settings.Multiplexing ? 0 : 128;
        settings.AutoPrepareMinUsages = settings.ShouldSerialize("Auto Prepare Min Usages") ? settings.AutoPrepareMinUsages : 2;
        settings.NoResetOnClose |= !settings.ShouldSerialize("No Reset On Close");
        return settings;
    }

    /// <summary>Tells about a statement that is about to run.</summary>
    internal void Announce(ReadOnlySpan<char> sql, StatementKind kind) => OnStatementExecuting(sql, kind);
}
