using System.Diagnostics;
using Relations.Tests.Harness;

namespace Relations.Tests.Sessions;

/// <summary>What OpenTelemetry is told: by this library on SQLite, by Npgsql on PostgreSQL.</summary>
public sealed class TracingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private readonly List<Activity> told = [];
    private Activity? parent;
    private ActivityListener? listener;

    private string Source => Kind == DatabaseKind.Sqlite ? "Relations.Sqlite" : "Npgsql";

    [SetUp]
    public async Task Listen()
    {
        await SeedClinicAsync();
        told.Clear();
        parent = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        listener = new()
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (told)
                {
                    told.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    [TearDown]
    public void Leave()
    {
        listener!.Dispose();
        parent!.Dispose();
    }

    [Test]
    public async Task Each_statement_is_an_activity_of_whoever_runs_it()
    {
        parent!.Start();
        await Doctors.Include(d => d.Patients).ToListAsync();
        await Db.QueryAsync($"SELECT 1", static reader => reader.GetInt32(0));

        // PostgreSQL is sent an inclusion with its sources.
        Assert.That(Own(), Has.Count.EqualTo(Kind == DatabaseKind.Sqlite ? 3 : 2).And.All.Property(nameof(Activity.Kind)).EqualTo(ActivityKind.Client));
        Assert.That(Own().Select(static activity => activity.ParentSpanId), Is.All.EqualTo(parent.SpanId));
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "What Npgsql tells is its own.")]
    public async Task It_has_the_names_of_the_conventions()
    {
        parent!.Start();
        using var log = Test.Record();
        await Doctors.FindByIdAsync(1);

        var activity = Own().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(activity.DisplayName, Does.StartWith("SELECT "));
            Assert.That(activity.GetTagItem("db.system.name"), Is.EqualTo("sqlite"));
            Assert.That(activity.GetTagItem("db.operation.name"), Is.EqualTo("SELECT"));
            Assert.That(activity.GetTagItem("db.namespace"), Is.Not.Empty);
            Assert.That(activity.GetTagItem("db.query.text"), Is.EqualTo(log.Rows.Single()));
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Unset));
        }
    }

    [Test]
    public async Task A_failure_is_told()
    {
        parent!.Start();
        Assert.That(() => Db.ExecuteAsync($"NONSENSE"), Throws.InstanceOf<RelationsException>());
        Assert.That(() => Db.QueryAsync($"NONSENSE", static reader => reader.GetInt32(0)), Throws.InstanceOf<RelationsException>());
        await Doctors.CountAsync();

        Assert.That(Own().Select(static activity => activity.Status), Is.EqualTo(new[] { ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset }));
        Assert.That(Own()[0].GetTagItem("error.type"), Is.Not.Null);
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "What Npgsql tells is its own.")]
    public async Task A_reading_on_demand_lasts_until_it_is_left_and_is_around_nothing_else()
    {
        parent!.Start();
        await foreach (var doctor in Doctors.AsAsyncEnumerable())
        {
            Assert.That(Own(), Is.Empty);
            Assert.That(Activity.Current, Is.SameAs(parent));
            if (doctor.Id == 2)
            {
                break;
            }
        }

        Assert.That(Own(), Has.Count.EqualTo(1));
        Assert.That(Activity.Current, Is.SameAs(parent));
    }

    private List<Activity> Own()
    {
        lock (told)
        {
            return [.. told.Where(activity => activity.TraceId == parent!.TraceId)];
        }
    }
}
