using Npgsql;

namespace Relations.PostgreSql;

/// <summary>A server that copies the primary. One that cannot be reached is passed over; now and then a reading has it tried in the background, and does not wait for that.</summary>
/// <param name="source">Its connections.</param>
internal sealed class Replica(NpgsqlDataSource source)
{
    private const long FirstPause = 1_000;
    private const long LongestPause = 30_000;

    private long pause; // 0 while the server is up
    private long nextTrial;
    private int isBeingTried;

    public NpgsqlDataSource Source => source;

    /// <summary>Whether operations share its connections.</summary>
    public bool IsShared { get; } = PostgreSqlDatabase.Multiplexes(source);

    /// <summary>Whether to read from it.</summary>
    public bool IsUp
    {
        get
        {
            if (Volatile.Read(ref pause) == 0)
            {
                return true;
            }

            if (Environment.TickCount64 >= Volatile.Read(ref nextTrial) && Interlocked.Exchange(ref isBeingTried, 1) == 0)
            {
                _ = Task.Run(TryAsync);
            }

            return false;
        }
    }

    /// <summary>It could not be reached.</summary>
    public void PassOver()
    {
        if (Interlocked.CompareExchange(ref pause, FirstPause, 0) == 0)
        {
            Volatile.Write(ref nextTrial, Environment.TickCount64 + FirstPause);
            source.Clear(); // what is left in the pool is not connected either
        }
    }

    private async Task TryAsync()
    {
        try
        {
            var command = source.CreateCommand("SELECT 1");
            await using var disposal = command.ConfigureAwait(false);
            await command.ExecuteScalarAsync().ConfigureAwait(false);
            Volatile.Write(ref pause, 0);
        }
        catch (Exception problem) when (problem is NpgsqlException or ObjectDisposedException)
        {
            var next = Math.Min(2 * Volatile.Read(ref pause), LongestPause);
            Volatile.Write(ref pause, next);
            Volatile.Write(ref nextTrial, Environment.TickCount64 + next);
        }
        finally
        {
            Volatile.Write(ref isBeingTried, 0);
        }
    }
}
