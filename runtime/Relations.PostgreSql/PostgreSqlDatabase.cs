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
    private readonly bool isOwn;

    /// <summary>Takes its connections from a data source.</summary>
    /// <param name="dataSource">The data source; it is not disposed of with the database.</param>
    public PostgreSqlDatabase(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        source = dataSource;
    }

    /// <summary>Names the database; it is connected to when it is first used.</summary>
    /// <param name="connectionString">
    /// A connection string of Npgsql's, such as <c>Host=localhost;Database=clinic;Username=clinic</c>. Unless it says otherwise, a connection keeps the
    /// statements prepared that it ran twice (<c>Max Auto Prepare</c>, 0 for none), and is not reset between two operations (<c>No Reset On Close</c>).
    /// </param>
    /// <exception cref="ArgumentException">It is not a connection string.</exception>
    public PostgreSqlDatabase(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        source = NpgsqlDataSource.Create(WithDefaults(connectionString));
        isOwn = true;
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => PostgreSqlDialect.Instance;

    /// <inheritdoc/>
    protected override bool HasManyConnections => true;

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

        return new ConnectionSession(new PostgreSqlConnection(this, open, (NpgsqlTransaction?)transaction, isOwn: false), Dialect, transaction);
    }

    /// <summary>Closes the connections, unless they are those of a data source that was given.</summary>
    public override ValueTask DisposeAsync() => isOwn ? source.DisposeAsync() : default;

    /// <inheritdoc/>
    protected override async ValueTask<Connection> RentConnectionAsync(Access access, CancellationToken cancellationToken)
    {
        try
        {
            return new PostgreSqlConnection(this, await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), transaction: null, isOwn: true);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw PostgreSqlFailure.Of(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void ReturnConnection(Connection connection) => ((PostgreSqlConnection)connection).Close();

    /// <summary>Sets what the connection string leaves open: statements are few and their texts constant, and no operation leaves anything behind in its session.</summary>
    private static NpgsqlConnectionStringBuilder WithDefaults(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.MaxAutoPrepare = settings.ShouldSerialize("Max Auto Prepare") ? settings.MaxAutoPrepare : 128;
        settings.AutoPrepareMinUsages = settings.ShouldSerialize("Auto Prepare Min Usages") ? settings.AutoPrepareMinUsages : 2;
        settings.NoResetOnClose |= !settings.ShouldSerialize("No Reset On Close");
        return settings;
    }

    /// <summary>Tells about a statement that is about to run.</summary>
    internal void Announce(ReadOnlySpan<char> sql, StatementKind kind) => OnStatementExecuting(sql, kind);
}
