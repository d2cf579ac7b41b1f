using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Relations.Sqlite;

/// <summary>
/// Tells OpenTelemetry of one statement by an activity, and how long it ran by a metric, with the names of its conventions for databases (opentelemetry.io/docs/specs/semconv/db).
/// Npgsql does so by itself; Microsoft.Data.Sqlite does not. Where nobody listens, it costs two comparisons.
/// </summary>
internal sealed class Observation : IDisposable
{
    private static readonly Histogram<double> Durations = Telemetry.Durations("db.client.operation.duration", "How long a statement runs.");

    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Activity? activity;
    private TagList tags;

    private Observation(ReadOnlySpan<char> sql, SqliteSource source)
    {
        var operation = OperationOf(sql);
        tags = new() { { "db.system.name", "sqlite" }, { "db.namespace", source.Name } };
        if (operation.Length > 0)
        {
            tags.Add("db.operation.name", operation);
        }

        activity = Telemetry.Activities.StartActivity(operation.Length == 0 ? source.Name : $"{operation} {source.Name}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("db.query.text", sql.ToString());
            foreach (var (name, value) in tags)
            {
                activity.SetTag(name, value);
            }
        }
    }

    /// <summary>Begins with a statement, or returns null where nobody listens.</summary>
    public static Observation? Start(ReadOnlySpan<char> sql, SqliteSource source) => Telemetry.Activities.HasListeners() || Durations.Enabled ? new(sql.Trim(), source) : null;

    /// <summary>Goes on beside what follows, as a reading whose rows are asked for one by one.</summary>
    public Observation Aside()
    {
        if (activity is not null)
        {
            Activity.Current = activity.Parent;
        }

        return this;
    }

    /// <summary>Says that the statement has failed. Returns false, so that an exception's filter may ask it.</summary>
    public bool Fails(Exception problem)
    {
        var type = problem.GetType().FullName;
        tags.Add("error.type", type);
        activity?.SetStatus(ActivityStatusCode.Error, problem.Message).SetTag("error.type", type);
        return false;
    }

    /// <summary>The statement has ended.</summary>
    public void Dispose()
    {
        Durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        activity?.Dispose();
    }

    private static string OperationOf(ReadOnlySpan<char> sql)
    {
        var end = 0;
        while (end < sql.Length && char.IsAsciiLetter(sql[end]))
        {
            end++;
        }

        return sql[..end].ToString().ToUpperInvariant();
    }
}
