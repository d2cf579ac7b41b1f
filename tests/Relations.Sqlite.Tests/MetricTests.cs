using System.Diagnostics.Metrics;

namespace Relations.Sqlite.Tests;

/// <summary>What meters are told of statements.</summary>
public sealed class MetricTests
{
    private readonly List<(double Seconds, Dictionary<string, object?> Tags)> told = [];
    private readonly MeterListener listener = new();

    [OneTimeSetUp]
    public void Listen()
    {
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Name: "db.client.operation.duration", Unit: "s", Meter.Name: "Relations.Sqlite" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            lock (told)
            {
                told.Add((seconds, new(tags.ToArray(), StringComparer.Ordinal)));
            }
        });
        listener.Start();
    }

    [OneTimeTearDown]
    public void Leave() => listener.Dispose();

    [Test]
    public async Task Each_statement_is_measured_with_the_names_of_the_conventions()
    {
        await using var file = new SqliteFile();
        await file.Database.ExecuteAsync($"create table note (id INTEGER PRIMARY KEY, body TEXT)");
        await file.Database.QueryAsync($"SELECT body FROM note", static row => row.GetString(0));

        Assert.That(Of(file).Select(static measured => measured.Tags["db.operation.name"]), Is.EqualTo(new[] { "CREATE", "SELECT" }));
        Assert.That(Of(file).Select(static measured => measured.Tags["db.system.name"]), Is.All.EqualTo("sqlite"));
        Assert.That(Of(file).Select(static measured => measured.Seconds), Is.All.GreaterThan(0).And.All.LessThan(60));
        Assert.That(Of(file), Has.None.Matches<(double, Dictionary<string, object?> Tags)>(static measured => measured.Tags.ContainsKey("error.type")));
    }

    [Test]
    public async Task A_failure_has_its_type()
    {
        await using var file = new SqliteFile();
        Assert.That(async () => await file.Database.ExecuteAsync($"SELECT nothing"), Throws.TypeOf<RelationsException>());

        Assert.That(Of(file).Single().Tags["error.type"], Is.EqualTo(typeof(RelationsException).FullName));
    }

    private List<(double Seconds, Dictionary<string, object?> Tags)> Of(SqliteFile file)
    {
        lock (told)
        {
            return told.FindAll(measured => Equals(measured.Tags["db.namespace"], file.Path));
        }
    }
}
