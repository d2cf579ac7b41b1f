using System.Diagnostics;

namespace Relations.Sqlite;

/// <summary>
/// Tells OpenTelemetry of each statement by an activity, with the names of its conventions for databases (opentelemetry.io/docs/specs/semconv/database).
/// Npgsql does so by itself; Microsoft.Data.Sqlite does not. Where nobody listens, it costs a comparison.
/// </summary>
internal static class Tracing
{
    private static readonly ActivitySource Activities = new("Relations.Sqlite");

    /// <summary>Starts the activity of a statement, or returns null where nobody listens.</summary>
    public static Activity? Start(ReadOnlySpan<char> sql, SqliteSource source) => Activities.HasListeners() ? StartListened(sql.Trim(), source) : null;

    /// <summary>Leaves it to run on beside what follows, as a reading whose rows are asked for one by one.</summary>
    public static Activity? Aside(this Activity? activity)
    {
        if (activity is not null)
        {
            Activity.Current = activity.Parent;
        }

        return activity;
    }

    /// <summary>Says that the statement has failed. Returns false, so that an exception's filter may ask it.</summary>
    public static bool Fails(Activity? activity, Exception problem)
    {
        activity?.SetStatus(ActivityStatusCode.Error, problem.Message).SetTag("error.type", problem.GetType().FullName);
        return false;
    }

    private static Activity? StartListened(ReadOnlySpan<char> sql, SqliteSource source)
    {
        var end = 0;
        while (end < sql.Length && char.IsAsciiLetter(sql[end]))
        {
            end++;
        }

        var operation = sql[..end].ToString().ToUpperInvariant();
        var activity = Activities.StartActivity(operation.Length == 0 ? source.Name : $"{operation} {source.Name}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("db.system.name", "sqlite").SetTag("db.namespace", source.Name).SetTag("db.query.text", sql.ToString());
            if (operation.Length > 0)
            {
                activity.SetTag("db.operation.name", operation);
            }
        }

        return activity;
    }
}
