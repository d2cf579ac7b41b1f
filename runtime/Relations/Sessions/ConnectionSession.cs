using Relations.Sql;

namespace Relations.Sessions;

/// <summary>A session on a connection that stays open: somebody else's, or the one an operation is running on.</summary>
public sealed class ConnectionSession : Session
{
    private readonly Connection connection;

    /// <summary>Makes the session.</summary>
    /// <param name="connection">The connection; it is not closed by the session.</param>
    /// <param name="dialect">How its database writes SQL.</param>
    public ConnectionSession(Connection connection, SqlDialect dialect)
    {
        this.connection = connection;
        Dialect = dialect;
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    internal override ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken) => new(connection);

    internal override void Return(Connection connection) { }
}
