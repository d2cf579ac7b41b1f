using System.Diagnostics.Metrics;

namespace Relations.Sqlite.Tests;

/// <summary>What meters are told of connections, and of the waiting for them.</summary>
public sealed class ConnectionMetricTests
{
    private readonly List<(string Metric, double Value, Dictionary<string, object?> Tags)> told = [];
    private readonly MeterListener listener = new();

    [OneTimeSetUp]
    public void Listen()
    {
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Relations.Sqlite" && instrument.Name.StartsWith("db.client.connection.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    [OneTimeTearDown]
    public void Leave() => listener.Dispose();

    [Test]
    public async Task Connections_are_counted_as_idle_and_used()
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)");
        await using (await file.Database.BeginTransactionAsync())
        {
            Assert.That(Ask(file, "writer"), Is.EqualTo(new[] { "count idle 0", "count used 1", "max 1", "pending_requests 0" }));
        }

        Assert.That(Ask(file, "writer"), Is.EqualTo(new[] { "count idle 1", "count used 0", "max 1", "pending_requests 0" }));
        Assert.That(Ask(file, "readers"), Is.EqualTo(new[] { "count idle 0", "count used 0", "max 64", "pending_requests 0" }));

        await file.Database.ReadAsync($"SELECT id FROM note", static row => row.GetInt32(0));
        Assert.That(Ask(file, "readers"), Is.EqualTo(new[] { "count idle 1", "count used 0", "max 64", "pending_requests 0" }));
    }

    [Test]
    public async Task Several_objects_for_one_file_are_told_as_one()
    {
        await using var file = new SqliteFile();
        await using (var second = new SqliteDatabase($"Data Source={file.Path}"))
        {
            await file.Database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)");
            await second.ExecuteAsync($"INSERT INTO note VALUES (1)");
            Assert.That(Ask(file, "writer"), Is.EqualTo(new[] { "count idle 2", "count used 0", "max 2", "pending_requests 0" }));
        }

        Assert.That(Ask(file, "writer"), Is.EqualTo(new[] { "count idle 1", "count used 0", "max 1", "pending_requests 0" }), "no longer those of the one that was disposed of");
    }

    [Test]
    public async Task Connections_of_a_database_in_memory_are_told_once()
    {
        await using var database = new SqliteDatabase("Data Source=told;Mode=Memory");
        await database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)");
        Assert.That(Ask("told"), Is.EqualTo(new[] { "count idle 1", "count used 0", "max 1", "pending_requests 0" }));
    }

    [Test]
    public async Task Waiting_is_told_and_measured()
    {
        await using var file = new SqliteFile();
        Task waiting;
        await using (await file.Database.BeginTransactionAsync())
        {
            waiting = Task.Run(async () => await file.Database.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)"));
            await Until(() => Ask(file, "writer").Contains("pending_requests 1", StringComparer.Ordinal));
        }

        await waiting;
        Assert.That(Ask(file, "writer"), Has.Some.EqualTo("pending_requests 0"));
        Assert.That(Told("wait_time", $"{file.Path} (writer)"), Has.Count.EqualTo(2).And.All.GreaterThanOrEqualTo(0));
        Assert.That(Told("wait_time", $"{file.Path} (writer)")[^1], Is.GreaterThan(0));
    }

    [Test]
    public async Task Who_gives_up_waiting_is_counted()
    {
        await using var file = new SqliteFile();
        await using var impatient = new SqliteDatabase($"Data Source={file.Path};Default Timeout=1");
        await using (await impatient.BeginTransactionAsync())
        {
            Assert.That(async () => await impatient.ExecuteAsync($"CREATE TABLE note (id INTEGER PRIMARY KEY)"), Throws.TypeOf<DatabaseLockedException>());
        }

        Assert.That(Told("timeouts", $"{file.Path} (writer)"), Is.EqualTo(new[] { 1d }));
        Assert.That(Told("wait_time", $"{file.Path} (writer)"), Has.Count.EqualTo(1), "of who got none, nothing");
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (told)
        {
            told.Add((instrument.Name["db.client.connection.".Length..], value, new(tags.ToArray(), StringComparer.Ordinal)));
        }
    }

    private IEnumerable<string> Ask(SqliteFile file, string kind) => Ask($"{file.Path} ({kind})");

    /// <summary>The numbers of now.</summary>
    private List<string> Ask(string pool)
    {
        lock (told)
        {
            told.RemoveAll(static measured => measured.Metric is "count" or "max" or "pending_requests");
            listener.RecordObservableInstruments();
            return [.. told
                .Where(measured => measured.Metric is "count" or "max" or "pending_requests" && Equals(measured.Tags["db.client.connection.pool.name"], pool))
                .Select(static measured => $"{measured.Metric} {(measured.Tags.TryGetValue("db.client.connection.state", out var state) ? state + " " : "")}{measured.Value}")
                .Order(StringComparer.Ordinal)];
        }
    }

    private List<double> Told(string metric, string pool)
    {
        lock (told)
        {
            return [.. told.Where(measured => measured.Metric == metric && Equals(measured.Tags["db.client.connection.pool.name"], pool)).Select(static measured => measured.Value)];
        }
    }

    private static async Task Until(Func<bool> isMet)
    {
        while (!isMet())
        {
            await Task.Delay(5);
        }
    }
}
