using System.Data.Common;
using Relations.Sql;

namespace Relations.Sessions;

/// <summary>A session on a connection that stays open: somebody else's, or the one an operation is running on.</summary>
public sealed class ConnectionSession : Session
{
    private readonly Connection connection;
    private readonly DbTransaction? transaction;

    /// <summary>Makes the session.</summary>
    /// <param name="connection">The connection; it is not closed by the session.</param>
    /// <param name="dialect">How its database writes SQL.</param>
    /// <param name="transaction">Somebody else's transaction, with which the session ends: what is written after it would be permanent at once.</param>
    public ConnectionSession(Connection connection, SqlDialect dialect, DbTransaction? transaction = null)
    {
        this.connection = connection;
        this.transaction = transaction;
        Dialect = dialect;
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect { get; }

    internal override ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken) =>
        transaction is null || (IsOpen(transaction) && connection.IsInTransaction)
            ? new(connection)
            : throw new InvalidOperationException("The transaction that this session was attached to has ended; attach to the connection again.");

    internal override void Return(Connection connection) { }

    /// <summary>Of an ended transaction, ADO.NET says that its connection is null. Npgsql leaves it, but like others refuses to tell the isolation level.</summary>
    private static bool IsOpen(DbTransaction transaction)
    {
        try
        {
            _ = transaction.IsolationLevel;
            return transaction.Connection is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
