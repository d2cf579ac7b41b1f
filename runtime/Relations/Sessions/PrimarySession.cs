using Relations.Sql;

namespace Relations.Sessions;

/// <summary>A database whose readings, too, run where writing does.</summary>
internal sealed class PrimarySession(Database database) : Session
{
    public override SqlDialect Dialect => database.Dialect;

    internal override bool CanStream => database.CanStream;

    internal override bool MayRunAgain(Connection connection, RelationsException problem, int runs) => database.MayRunAgain(connection, problem, runs);

    internal override ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken) => database.RentAsync(access | Access.Write, cancellationToken);

    internal override void Return(Connection connection) => database.Return(connection);
}
