using System.Diagnostics.Metrics;

namespace Relations.Sqlite;

/// <summary>
/// Tells OpenTelemetry of the connections that databases keep and of the waiting for them, with the names of its conventions for connection pools
/// (opentelemetry.io/docs/specs/semconv/db/database-metrics). Numbers are taken when somebody asks for them; what happens meanwhile costs one comparison.
/// </summary>
internal static class ConnectionMetrics
{
    private const string Pool = "db.client.connection.pool.name";
    private const string State = "db.client.connection.state";

    private static readonly Histogram<double> WaitTimes = Telemetry.Durations("db.client.connection.wait_time", "How long it takes to get a connection.");
    private static readonly Counter<long> Timeouts = Telemetry.Meter.CreateCounter<long>("db.client.connection.timeouts", "{timeout}", "How often none became free in time.");

    // Weakly, so that a database that nobody disposes of goes as it came.
    private static readonly List<WeakReference<ConnectionPlaces>> Watched = [];

    static ConnectionMetrics()
    {
        _ = Telemetry.Meter.CreateObservableUpDownCounter("db.client.connection.count", Connections, "{connection}", "The connections that are open, idle and used.");
        _ = Telemetry.Meter.CreateObservableUpDownCounter("db.client.connection.max", () => Of(static places => places.Count), "{connection}", "How many connections there may be.");
        _ = Telemetry.Meter.CreateObservableUpDownCounter("db.client.connection.pending_requests", () => Of(static places => places.Waiting), "{request}", "How many operations wait for a connection.");
    }

    /// <summary>Whether somebody wants to know how long it takes to get a connection.</summary>
    public static bool WantsWaitTimes => WaitTimes.Enabled;

    /// <summary>Tells of these connections from now on, until <see cref="Leave"/>; once, also where reading and writing share them.</summary>
    public static void Watch(ConnectionPlaces places)
    {
        lock (Watched)
        {
            Forget(places);
            Watched.Add(new(places));
        }
    }

    /// <summary>Tells no more of them.</summary>
    public static void Leave(ConnectionPlaces places)
    {
        lock (Watched)
        {
            Forget(places);
        }
    }

    /// <summary>A connection was got.</summary>
    public static void Got(ConnectionPlaces places, TimeSpan waited) => WaitTimes.Record(waited.TotalSeconds, new KeyValuePair<string, object?>(Pool, places.Name));

    /// <summary>None became free in time.</summary>
    public static void GaveUp(ConnectionPlaces places) => Timeouts.Add(1, new KeyValuePair<string, object?>(Pool, places.Name));

    private static void Forget(ConnectionPlaces places) => Watched.RemoveAll(known => !known.TryGetTarget(out var target) || target == places);

    private static IEnumerable<Measurement<int>> Connections() => Of(static places => places.Idle, "idle").Concat(Of(static places => places.Used, "used"));

    /// <summary>One number for each name: several objects may stand for one file, and databases in memory have one name.</summary>
    private static IEnumerable<Measurement<int>> Of(Func<ConnectionPlaces, int> number, string? state = null)
    {
        List<ConnectionPlaces> all = [];
        lock (Watched)
        {
            foreach (var known in Watched)
            {
                if (known.TryGetTarget(out var places))
                {
                    all.Add(places);
                }
            }
        }

        return all.GroupBy(static places => places.Name, StringComparer.Ordinal).Select(pool => state is null
            ? new Measurement<int>(pool.Sum(number), new KeyValuePair<string, object?>(Pool, pool.Key))
            : new(pool.Sum(number), new(Pool, pool.Key), new(State, state)));
    }
}
