using System.Data.Common;
using System.Runtime.ExceptionServices;
using Relations.Sessions;
using Relations.Sql;

namespace Relations;

/// <summary>Where statements run: a <see cref="Database"/>, a <see cref="Transaction"/>, or somebody else's connection.</summary>
public abstract class Session
{
    private protected Session() { }

    /// <summary>How this database writes SQL.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>
    /// Where readings see all that was written: the primary server, for a database with replicas, which lag behind it; else this session itself.
    /// </summary>
    public virtual Session Primary => this;

    /// <summary>Runs a statement of your own that changes rows; values in the interpolated string become parameters.</summary>
    /// <returns>How many rows it changed.</returns>
    public ValueTask<int> ExecuteAsync(SqlStatement sql, CancellationToken cancellationToken = default) =>
        RunAsync(Access.Write | Access.Once, sql.ToStatement(Dialect), static (connection, statement, cancel) => connection.ExecuteAsync(statement, cancel), cancellationToken);

    /// <summary>Runs a query of your own; values in the interpolated string become parameters.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="read">Makes a result of each row.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public ValueTask<List<T>> QueryAsync<T>(SqlStatement sql, Func<DbDataReader, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return RunAsync(
            Access.Write | Access.Once,
            (session: this, statement: sql.ToStatement(Dialect), read),
            static async (connection, query, cancel) =>
            {
                query.session.CallUser();
                return await connection.ReadAsync(query.statement, query.read, cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Whether rows can be read on demand while other operations run.</summary>
    internal virtual bool CanStream => false;

    /// <summary>Whether an operation may run once more that has failed, because nothing of it took effect: it was a reading on a replica, or its transaction met another one.</summary>
    /// <param name="connection">Where it ran.</param>
    /// <param name="problem">Its error.</param>
    /// <param name="runs">How often it has run.</param>
    internal virtual bool MayRunAgain(Connection connection, RelationsException problem, int runs) => false;

    /// <summary>Takes a connection for one operation.</summary>
    internal abstract ValueTask<Connection> RentAsync(Access access, CancellationToken cancellationToken);

    /// <summary>Gives back what <see cref="RentAsync"/> took.</summary>
    internal abstract void Return(Connection connection);

    /// <summary>Says that the operation that runs calls code of the user's, until the calling asynchronous method returns.</summary>
    internal virtual void CallUser() { }

    /// <summary>Runs one operation on a connection of this session, atomically where its access says so; and again where it <see cref="MayRunAgain"/>. Where nothing has to be waited for, as on SQLite, it has ended when this returns.</summary>
    internal ValueTask<TResult> RunAsync<TState, TResult>(Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var renting = RentAsync(access, cancellationToken);
            return renting.IsCompletedSuccessfully
                ? RunAsync(renting.Result, access, state, body, cancellationToken)
                : RentAndRunAsync(renting, access, state, body, cancellationToken);
        }
        catch (Exception problem)
        {
            return FailAsync<TResult>(problem);
        }
    }

    private ValueTask<TResult> RunAsync<TState, TResult>(Connection connection, Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken)
    {
        ValueTask<TResult> running;
        try
        {
            running = Start(connection, access, state, body, cancellationToken);
            if (!running.IsCompletedSuccessfully)
            {
                return WaitAsync(running, connection, access, state, body, cancellationToken);
            }
        }
        catch
        {
            Return(connection);
            throw;
        }

        var result = running.Result;
        Return(connection);
        return new(result);
    }

    private static ValueTask<TResult> Start<TState, TResult>(Connection connection, Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken) =>
        (access & Access.Atomic) != 0
            ? connection.RunAtomicallyAsync(access, state, body, cancellationToken)
            : body(connection, state, cancellationToken);

    private async ValueTask<TResult> RentAndRunAsync<TState, TResult>(ValueTask<Connection> renting, Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken) =>
        await RunAsync(await renting.ConfigureAwait(false), access, state, body, cancellationToken).ConfigureAwait(false);

    private async ValueTask<TResult> WaitAsync<TState, TResult>(ValueTask<TResult>? running, Connection connection, Access access, TState state, Func<Connection, TState, CancellationToken, ValueTask<TResult>> body, CancellationToken cancellationToken)
    {
        for (var runs = 1; ; runs++)
        {
            RelationsException failure;
            try
            {
                return await (running ?? Start(connection, access, state, body, cancellationToken)).ConfigureAwait(false);
            }
            catch (RelationsException problem) when ((access & Access.Once) == 0 && MayRunAgain(connection, problem, runs))
            {
                failure = problem;
            }
            finally
            {
                Return(connection);
            }

            if (failure is TransactionConflictException)
            {
                await Backoff.WaitAsync(runs, cancellationToken).ConfigureAwait(false);
            }

            connection = await RentAsync(access | Access.Write, cancellationToken).ConfigureAwait(false); // what a replica could not do, the primary can
            running = null;
        }
    }

    /// <summary>The error as the outcome of the operation, thrown where it is awaited.</summary>
    internal static async ValueTask<TResult> FailAsync<TResult>(Exception problem)
    {
        ExceptionDispatchInfo.Throw(problem);
        return await new ValueTask<TResult>(default(TResult)!).ConfigureAwait(false); // never reached
    }
}
