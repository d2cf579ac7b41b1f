using System.Diagnostics;

namespace Relations.Sqlite;

/// <summary>A bounded number of connections of one kind: opened when first needed, kept open, waited for without blocking a thread.</summary>
/// <param name="name">Their name for who measures.</param>
/// <param name="count">How many at most.</param>
/// <param name="timeout">How long to wait for one.</param>
/// <param name="open">Opens one.</param>
/// <param name="exhausted">The message about none having become free in time.</param>
internal sealed class ConnectionPlaces(string name, int count, TimeSpan timeout, Func<NativeConnection> open, string exhausted)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue); // that a semaphore takes: 24 days

    private readonly SemaphoreSlim free = new(count, count);
    private readonly Stack<NativeConnection> idle = new(count);
    private bool isClosed;
    private int waiting;

    public string Name => name;

    /// <summary>How many there may be.</summary>
    public int Count => count;

    /// <summary>How many are in use.</summary>
    public int Used => count - free.CurrentCount;

    /// <summary>How many are open, and not in use.</summary>
    public int Idle
    {
        get
        {
            lock (idle)
            {
                return idle.Count;
            }
        }
    }

    /// <summary>How many operations wait for one.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public ValueTask<NativeConnection> TakeAsync(CancellationToken cancellationToken) =>
        ConnectionMetrics.WantsWaitTimes ? TakeMeasuredAsync(cancellationToken)
        : free.Wait(0, CancellationToken.None) ? new(Take())
        : WaitAsync(cancellationToken);

    /// <summary>Gives a connection back; after <see cref="Close"/> it is closed.</summary>
    public void Return(NativeConnection connection)
    {
        var isKept = false;
        try
        {
            connection.Clear();
            isKept = true;
        }
        finally
        {
            lock (idle)
            {
                isKept &= !isClosed;
                if (isKept)
                {
                    idle.Push(connection);
                }
            }

            if (!isKept)
            {
                connection.Close();
            }

            free.Release();
        }
    }

    /// <summary>Closes the connections that are idle; the others follow as they come back.</summary>
    public void Close()
    {
        ConnectionMetrics.Leave(this);
        NativeConnection[] closing;
        lock (idle)
        {
            isClosed = true;
            closing = [.. idle];
            idle.Clear();
        }

        foreach (var connection in closing)
        {
            connection.Close();
        }
    }

    private async ValueTask<NativeConnection> TakeMeasuredAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var connection = free.Wait(0, CancellationToken.None) ? Take() : await WaitAsync(cancellationToken).ConfigureAwait(false);
        ConnectionMetrics.Got(this, Stopwatch.GetElapsedTime(start));
        return connection;
    }

    private async ValueTask<NativeConnection> WaitAsync(CancellationToken cancellationToken)
    {
        bool isFree;
        Interlocked.Increment(ref waiting);
        try
        {
            isFree = await free.WaitAsync(timeout < LongestWait ? timeout : LongestWait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        if (isFree)
        {
            return Take();
        }

        ConnectionMetrics.GaveUp(this);
        throw new DatabaseLockedException(exhausted);
    }

    private NativeConnection Take()
    {
        try
        {
            lock (idle)
            {
                ObjectDisposedException.ThrowIf(isClosed, typeof(SqliteDatabase));
                if (idle.TryPop(out var connection))
                {
                    return connection;
                }
            }

            return open();
        }
        catch
        {
            free.Release();
            throw;
        }
    }
}
