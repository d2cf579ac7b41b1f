using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>
/// What a resolver of the user's own gets: the connection of the query that it works for, for as long as it works.
/// Operations started at the same time run one after the other.
/// </summary>
/// <param name="connection">The query's connection.</param>
/// <param name="outer">The query's session.</param>
/// <param name="resolver">The resolver.</param>
internal sealed class ResolverSession(Connection connection, Session outer, object resolver) : Session
{
    private readonly Turn turn = new();
    private bool hasEnded;

    public override SqlDialect Dialect => outer.Dialect;

    /// <summary>Whether this resolver is at work, in this session or one around it.</summary>
    public static bool IsAtWork(Session session, object resolver)
    {
        for (var current = session as ResolverSession; current is not null; current = current.Outer)
        {
            if (current.Resolver == resolver)
            {
                return true;
            }
        }

        return false;
    }

    private ResolverSession? Outer => outer as ResolverSession;

    private object Resolver => resolver;

    /// <summary>Waits for an operation that still runs, and lets no other begin: the connection serves other queries from now on.</summary>
    public async ValueTask EndAsync()
    {
        await turn.TakeAsync(CancellationToken.None).ConfigureAwait(false);
        hasEnded = true;
        turn.Release();
    }

    internal override async ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (!hasEnded)
        {
            return connection;
        }

        turn.Release();
        throw new InvalidOperationException("The session of an inclusion resolver ends when its ResolveAsync does; await every operation before returning.");
    }

    internal override void Return(Connection connection) => turn.Release();

    internal override void CallUser()
    {
        outer.CallUser();
        turn.CallUser();
    }
}
